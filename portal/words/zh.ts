/** 客户看到的每一句话。先写给着急的人看：短、说人话、说清楚下一步。 */
import { resolutions, states, track } from './zh-case.ts'
import { errors } from './zh-errors.ts'

const solving = [
  '安排人负责，进度页上会写明是谁',
  '查明原因，给您答复',
  '请您确认，是不是真的解决了',
]

export const zh = {
  language: '中文',
  switchLanguage: 'English',
  bigText: '大字版',
  normalText: '标准字号',
  home: '我要反馈',
  mine: '我的提交',
  skip: '跳到正文',
  close: '关闭',
  cancel: '取消',
  retry: '再试一次',
  loading: '正在打开…',
  optional: '选填',
  required: '必填',
  kinds: {
    feedback: { name: '反馈', about: '出了问题' },
    suggestion: { name: '建议', about: '想要更好' },
    complaint: { name: '投诉', about: '要个说法' },
  },
  number: (number: number) => `HY-${number}`,

  submit: {
    page: '意见反馈',
    title: '哪里没做好，告诉我们',
    lead: (by: string) => `${by}有人答复，处理到哪一步都看得见。`,
    leadPlain: '每一条都有人看、有人回，处理到哪一步都看得见。',
    kind: '这是一条',
    category: '关于什么',
    text: {
      feedback: '发生了什么',
      suggestion: '您希望怎么改',
      complaint: '发生了什么',
    },
    textHint: {
      feedback: '在哪一步、看到了什么、本来应该怎样',
      suggestion: '现在哪里不顺手，您希望变成什么样',
      complaint: '事情的经过，以及您希望我们怎么做',
    },
    left: (count: number) => `还能写 ${count} 字`,
    over: (count: number) => `超出 ${count} 字，请删减一些`,
    choose: '请选择',
    contact: '联系方式',
    contactWhy: '有进展时通知您，换了手机也能认出您。不留也能提交、查进度。',
    name: '怎么称呼您',
    email: '邮箱',
    phone: '手机号',
    button: '提交',
    sending: '正在提交…',
    uploading: '附件传完后提交…',
    data: (days: number) => `只用于处理这件事，办结 ${days} 天后删除联系方式`,
    privacy: '隐私说明',
    restored: '上次没写完的，已经帮您找回来了。',
    startOver: '清空重写',
    fix: (count: number) => `还有 ${count} 处需要填写或修改`,
  },

  known: {
    title: '先看看，可能已经有答案',
    found: (count: number) => `下面有 ${count} 条可能有用的内容`,
    solved: '解决了我的问题',
    glad: '太好了，这一条不用提交了。',
    clear: '清空已写的内容',
    states: { open: '已知问题 · 正在查', fixing: '已知问题 · 正在修', fixed: '已经修好' },
    fixedIn: (release: string) => `已随「${release}」修好，更新后再试试。还有问题请继续提交。`,
    customers: (count: number) => `已有 ${count} 位客户告诉我们遇到了`,
    meToo: '我也遇到了，修好告诉我',
    email: '留个邮箱，修好时写信告诉您（选填，不留也能在进度页看到）',
    joined: '您已经加入，修好会告诉您。您的受理号：',
    similar: (days: number) =>
      days === 0 ? '您今天反馈过类似的事，还没办结：' : `您 ${days} 天前反馈过类似的事，还没办结：`,
    add: (number: string) => `补充到 ${number}`,
    another: '是另一件事',
    withoutContact: '补充时，下面填的联系方式不会带过去。',
  },

  fields: {
    required: '请填写这一项',
    required_text: '请写一写发生了什么，一句话也行',
    required_choice: '请选一项',
    too_long: '太长了，请删减一些',
    too_short: '太短了，请再写一点',
    email: '邮箱好像不对，请检查一下',
    phone: '手机号好像不对，只填数字就行',
    line_break: '这里只能写一行',
    characters: '里面有无法保存的符号，请删掉后重试',
    other: '请检查这一项',
  },

  evidence: {
    label: '截图或录屏',
    limits: (image: string, video: string, log: string, files: number) =>
      `图片 ${image}、视频 ${video}、日志 ${log} 以内，最多 ${files} 个`,
    add: '添加',
    camera: '拍照',
    pasteHint: '也可以直接粘贴或拖进来',
    preparing: '正在压缩',
    waiting: '排队中',
    uploading: (percent: number) => `已传 ${percent}%`,
    done: '已传好',
    remove: (name: string) => `移除 ${name}`,
    cancel: (name: string) => `取消上传 ${name}`,
    retry: (name: string) => `重新上传 ${name}`,
    progress: (name: string) => `${name} 的上传进度`,
    offline: '联网后会接着传',
    failed: '没传上去，点它再试一次',
    leftOut: (count: number) => `附件个数到上限了，有 ${count} 个没加进来`,
    image: '图片',
    video: '视频',
    log: '日志',
    open: (name: string) => `打开 ${name}`,
  },

  done: {
    page: '已收到',
    title: {
      feedback: '收到您的反馈了',
      suggestion: '收到您的建议了',
      complaint: '收到您的投诉了',
    },
    number: '受理号',
    copy: '复制',
    copyLink: '复制链接',
    copied: '已复制',
    copyFailed: '请长按选中复制',
    code: '查询码',
    copyText: (number: string, code: string, link: string) =>
      `受理号 ${number}\n查询码 ${code}\n查看进度：${link}`,
    promised: (by: string) => `${by}会有人答复您。`,
    promisedLate: '我们会尽快答复您。',
    repeated: '这一条之前已经收到，没有重复提交。',
    next: '接下来',
    steps: {
      feedback: solving,
      suggestion: [
        '安排人负责，进度页上会写明是谁',
        '认真看过，给您答复',
        '请您告诉我们，答复得满不满意',
      ],
      complaint: solving,
    },
    keep: '请保存好下面的链接。查进度、补充、撤回都靠它；拿到链接的人也能看到内容，请不要转发。',
    track: '查看进度',
    another: '再写一条',
    gone: '这台设备上没有这条记录。有查询码的话，可以在「我的提交」里查。',
  },

  queue: {
    saved: '先存在这台设备上，联网后自动发送',
    savedNote: '不用再写一遍。下次打开这一页也会自动发送，发出后这里会显示受理号。',
    sending: '正在发送…',
    sendNow: '现在发送',
    remove: '不发了，删除',
    removeSure: '删除后无法找回，确定不发了吗？',
    removeYes: '删除',
    removeNo: '留着',
    refused: '这一条没能发出去',
    edit: '拿回来修改',
    sent: (number: string) => `已自动发出，受理号 ${number}`,
    evidence: (count: number) => `附件 ${count} 个`,
  },

  own: {
    page: '我的提交',
    title: '我的提交',
    lead: '这里是您用这台设备提交的。换了设备或清了缓存，用受理号和查询码查。',
    empty: '这台设备上还没有提交过。',
    forget: '从这台设备上移除',
    forgetNote: '只是不在这里显示，工单照常处理。',
    find: '用受理号查',
    findNumber: '受理号',
    findNumberHint: '如 HY-1042，也可以粘贴整个链接',
    findCode: '查询码',
    findCodeHint: '提交成功时给您的一串字母和数字',
    findButton: '查询',
    findWrong: '受理号是 HY- 加数字；查询码是提交后链接末尾的那串字母和数字。',
  },

  states,
  track,
  resolutions,

  survey: {
    page: '评价',
    about: (number: string) => `关于 ${number}`,
    scores: ['很不满意', '不满意', '一般', '满意', '很满意'],
    comment: '想说的话',
    button: '提交评价',
    sending: '正在提交…',
    pick: '请先选一个',
    once: '只能提交一次，提交前可以改。',
    optOut: '不再询问',
    optOutSure: '以后都不再请您评价，确定吗？',
    optOutYes: '不再询问',
    optOutNo: '还是可以问',
    answered: '谢谢，已收到您的评价',
    answeredScore: (score: string) => `您选的是「${score}」。`,
    expired: '这次评价已经结束',
    expiredWhy: '有话想说，随时可以再提交一条。',
    declined: '好的，以后不再请您评价',
    declinedWhy: '有问题随时可以再来找我们。',
    wrong: '打不开这份问卷',
    wrongWhy: '链接可能不完整，请从收到的消息里重新点开；也可能这件事的记录已经删除。',
  },

  privacy: {
    title: '隐私说明',
    purpose: '做什么用',
    purposeText: (name: string) =>
      `您写的内容、附件和联系方式，只由${name}用来处理这件事、答复您，以及改进出问题的地方。不用于营销，不卖给任何人。`,
    collect: '收集什么',
    collectText:
      '您填写和上传的内容；另有浏览器型号和屏幕大小，用来重现问题。不读取通讯录、位置和其他应用。填写时会用已写的文字查找已有答案，查完不留；您点「解决了我的问题」时，这段话会去掉个人信息，用来让别人也能找到这个答案。',
    keep: '留多久',
    keepText: (days: number) =>
      `联系方式（称呼、邮箱和手机号）在您的事情全部办结 ${days} 天后自动删除；那时如果还有通知没送到，送到后再删。您写的内容和处理记录会保留，用来查明同类问题。`,
    who: '谁能看到',
    whoText: (name: string) =>
      `${name}负责处理的工作人员。联系方式平时是遮住的，谁看过都有记录。拿到您查询链接的人也能看到，请不要转发。`,
    erase: '怎样删除',
    eraseText:
      '打开这一条的进度页，点最下面的「删除我的信息」，我们核对后会处理，并在那里答复您。还没提交的草稿只在您的手机里。',
  },

  missing: {
    workspace: '没有找到这个页面',
    workspaceWhy:
      '网址可能写错了，或者这个反馈入口已经停用。请从应用或消息里重新点开，也可以向提供链接的人核对。',
    page: '这一页不存在',
    pageWhy: '网址可能不完整。您可以：',
    network: '连不上网络',
    networkWhy: '请检查网络后再试。已经写好的内容都还在。',
    trouble: '暂时打不开',
  },

  errors,
}

/** What every language must say. */
export type Words = typeof zh
