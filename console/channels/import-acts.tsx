import { App, Button, Tooltip } from 'antd'
import { urlOf } from '../../contract/client.ts'
import { downloadRejected, type ImportView } from '../../contract/imports.ts'
import { linkTo } from '../api.ts'
import { useGo } from '../go.tsx'
import { useComplain } from '../ui/failure.tsx'
import { PageButton } from '../ui/page-button.tsx'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import { useDiscardImport, useImportStep } from './queries.ts'
import { leftWithout } from './unknown-categories.ts'

/** What may be done with an import now. */
export function ImportActs({ item }: { item: ImportView }) {
  const words = useWords()
  const say = words.channels
  const go = useGo()
  const { modal } = App.useApp()
  const complain = useComplain()
  const step = useImportStep(item.id)
  const discard = useDiscardImport()
  const run = (name: 'check' | 'start' | 'undo') => step.mutateAsync(name).then(() => {}, complain)
  const left = leftWithout(item)
  const { contactRetentionDays } = useViewer().workspace
  const makes = item.mapping.categories.some(({ to }) => to === 'create')
  const askStart = () =>
    modal.confirm({
      title: item.state === 'checked' ? say.startConfirm(item.accepted) : say.startAll,
      content: (
        <>
          <p>{say.asHints[item.mapping.as]}</p>
          {item.state !== 'checked' && <p>{say.notChecked}</p>}
          {item.agedContactRows > 0 && (
            <p className="tone-late">
              {say.contactsAged(item.agedContactRows, contactRetentionDays)}
            </p>
          )}
          {left.rows > 0 && <p className="tone-late">{say.startLeft(left.rows)}</p>}
        </>
      ),
      okText: say.start,
      onOk: () => run('start'),
    })
  const askUndo = () =>
    modal.confirm({
      title: say.undo,
      content: (
        <>
          <p>{say.undoConfirm(item.accepted)}</p>
          {makes && <p>{say.undoKeeps}</p>}
        </>
      ),
      okText: say.undo,
      okButtonProps: { danger: true },
      onOk: () => run('undo'),
    })
  const askDiscard = () =>
    modal.confirm({
      title: say.discardConfirm,
      okText: say.discard,
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(item.id).then(() => go('imports'), complain),
    })
  return (
    <>
      {item.can.includes('discard') && (
        <Button type="text" onClick={askDiscard}>
          {say.discard}
        </Button>
      )}
      {item.can.includes('undo') && (
        <Button danger onClick={askUndo}>
          {say.undo}
        </Button>
      )}
      {item.can.includes('downloadRejected') && item.rejected > 0 && (
        <Button href={linkTo(urlOf(downloadRejected, { params: { importId: item.id } }))} download>
          {say.download}
        </Button>
      )}
      {item.state === 'done' && (
        <PageButton page={`inbox${stringifySearch({ view: 'all', import: item.id })}`}>
          {say.seeCases}
        </PageButton>
      )}
      {item.can.includes('check') && (
        <Tooltip title={say.checkHint}>
          <Button
            type={item.state === 'mapping' ? 'primary' : 'default'}
            loading={step.isPending && step.variables === 'check'}
            onClick={() => run('check')}
          >
            {say.check}
          </Button>
        </Tooltip>
      )}
      {item.can.includes('start') && (
        <Button type={item.state === 'checked' ? 'primary' : 'default'} onClick={askStart}>
          {say.start}
        </Button>
      )}
    </>
  )
}
