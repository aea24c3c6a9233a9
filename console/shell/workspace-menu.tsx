import { Dropdown, Tag } from 'antd'
import { useWords } from '../words/words.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import { inboxPage } from './navigation.ts'

/** Another workspace is another world: the page is loaded anew, nothing of this one stays. */
export function WorkspaceMenu() {
  const words = useWords()
  const { workspace, workspaces } = useViewer()
  const items = workspaces.map(({ slug, name, sample }) => ({
    key: slug,
    label: (
      <span className="menu-line">
        <span>{name}</span>
        {sample && <Tag>{words.shell.sampleTag}</Tag>}
      </span>
    ),
    onClick: () => {
      if (slug !== workspace.slug) location.assign(`/console/w/${slug}/${inboxPage}`)
    },
  }))
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, selectedKeys: [workspace.slug] }}
    >
      <button
        type="button"
        className={workspace.sample ? 'workspace workspace-sample' : 'workspace'}
        aria-label={`${words.shell.workspace}: ${workspace.name}`}
        title={workspace.name}
      >
        {[...workspace.name][0]}
      </button>
    </Dropdown>
  )
}
