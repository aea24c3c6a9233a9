import { App, Button, Progress, Skeleton } from 'antd'
import { inboxPage } from '../shell/navigation.ts'
import { Failure, useComplain } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useLoadSample, useRemoveSample, useSample } from './queries.ts'

/** A believable workspace to look around in, made and removed at will. */
export function SampleSettings() {
  const words = useWords()
  const say = words.settings.sample
  const { modal } = App.useApp()
  const complain = useComplain()
  const found = useSample()
  const load = useLoadSample()
  const remove = useRemoveSample()
  const sample = found.data
  const askRemove = () =>
    modal.confirm({
      title: say.removeConfirm,
      okText: say.remove,
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(undefined).then(() => {}, complain),
    })
  return (
    <Page title={words.settings.tabs.sample} hint={say.hint}>
      <div className="card">
        {found.isPending && <Skeleton active />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {sample?.state === 'absent' && (
          <Button
            type="primary"
            loading={load.isPending}
            onClick={() => load.mutate(undefined, { onError: complain })}
          >
            {say.load}
          </Button>
        )}
        {sample?.state === 'loading' && (
          <>
            <p>{say.loading}</p>
            <Progress percent={Math.round(sample.progress * 100)} status="active" />
            <p className="faint">{say.leave}</p>
          </>
        )}
        {sample?.state === 'ready' && (
          <>
            <p>{say.ready}</p>
            <div className="settings-acts">
              <Button type="primary" href={`/console/w/${sample.slug}/${inboxPage}`}>
                {say.open}
              </Button>
              <Button danger onClick={askRemove}>
                {say.remove}
              </Button>
            </div>
          </>
        )}
        {sample?.state === 'removing' && <p>{say.removing}</p>}
      </div>
    </Page>
  )
}
