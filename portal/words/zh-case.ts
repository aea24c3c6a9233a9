/** 进度页上的话。 */

export const states = {
  open: '处理中',
  waiting: '等您回复',
  closed: '已办结',
  withdrawn: '已撤回',
  removed: '已删除',
}

/** 反馈和投诉问有没有解决；建议没有「解决」可言，问答复看明白没有。 */
const solved = {
  ask: '问题解决了吗？',
  yes: '已解决',
  no: '还没有',
  more: '还差什么？',
  moreHint: '写出来我们能更快办好，不写也可以',
  send: '告诉我们还没解决',
  ends: '',
}

export const track = {
  page: '处理进度',
  by: (by: string) => `${by}答复您`,
  late: '已经超过答应您的时间。对不起，我们正在赶。',
  steps: {
    received: {
      feedback: '已收到您的反馈',
      suggestion: '已收到您的建议',
      complaint: '已收到您的投诉',
    },
    assigned: (name: string | null) => (name ? `已有人负责：${name}` : '已有人负责'),
    urged: '您催了一次',
    answered: '答复了您',
    added: '您补充了说明',
    closed: '处理完了',
    withdrawn: '您撤回了这一条',
    reopened: '重新打开，继续处理',
    released: (version: string | null) =>
      version ? `改好了，已随「${version}」发布` : '改好了，已经发布',
    confirmed: {
      feedback: '您确认已解决',
      suggestion: '您看过答复，说明白了',
      complaint: '您确认已解决',
    },
    rejected: {
      feedback: '您说还没解决，继续处理',
      suggestion: '您还有话说，继续处理',
      complaint: '您说还没解决，继续处理',
    },
    erasure_asked: '您要求删除个人信息',
    erased: '已按您的要求删除内容和附件',
    rated: (score: string | null) => (score ? `您打了 ${score} 分` : '您做了评价'),
  },
  next: {
    answer: '等我们答复',
    reply: '等您回复',
    confirm: '等您确认',
  },
  timeline: '进度',
  talk: '往来',
  you: '您',
  us: (name: string | null) => name ?? '客服',
  notice: '通知',
  notices: {
    received: (number: string, by: string) => `已收到，受理号 ${number}。${by}会有人答复您。`,
    closed: {
      solved: '这件事处理完了。如果还没解决，补充说明就会重新打开。',
      explained: '情况已经向您说明，这件事先告一段落。还有疑问，补充说明就会重新打开。',
      not_solvable: '很抱歉，这件事目前解决不了，我们记下了。有新的情况，补充说明就会重新打开。',
      duplicate: '这一条与您的另一条是同一件事，我们合并处理。',
      withdrawn: '已按您的意思撤回。',
      no_reply: '一直没等到您的回复，先结束了。补充说明就会重新打开。',
    },
    released: (release: string) => `您说的问题改好了，已随「${release}」发布。`,
  },
  said: '您提交的内容',
  whole: '展开全部',
  less: '收起',
  noAnswer: '还没有答复，有了会出现在这里。',
  add: '补充说明',
  addHint: '补充新的情况，或回答我们的问题',
  addSend: '发送',
  addSending: '正在发送…',
  added: '已补充',
  addNothing: '请写几个字，或添加一个附件',
  addReopens: '补充后会重新打开，继续处理。',
  urge: '催一下',
  urged: (name: string | null) => `已经催了，${name ?? '我们'}会看到`,
  urgeAgain: (at: string) => `${at} 后可再催`,
  withdraw: '撤回',
  withdrawSure: '撤回后我们不再处理这件事，要继续得重新提交。确定撤回吗？',
  withdrawWhy: '撤回的原因',
  withdrawYes: '确定撤回',
  withdrawNo: '先不撤回',
  withdrawn: '已撤回，我们不再处理这件事。',
  erase: '删除我的信息',
  eraseSure:
    '我们会先核对，再删除您的称呼、邮箱、手机，以及这件事里您写的内容和附件。删除后谁也找不回来，我们也不能再继续处理。依法必须保留的，会在答复里告诉您。',
  eraseYes: '要求删除',
  eraseNo: '先不删除',
  eraseAsked: '已转给客服，处理结果会显示在这里。',
  verdict: {
    feedback: solved,
    suggestion: {
      ask: '我们的答复说清楚了吗？',
      yes: '明白了',
      no: '还有话说',
      more: '您还想说什么？',
      moreHint: '写出来我们再答复您，不写也可以',
      send: '请再答复我',
      ends: '选「明白了」，这条建议就先办结；以后想起什么，补充说明会重新打开。',
    },
    complaint: solved,
  },
  thanks: '谢谢您告诉我们。',
  sorry: '知道了，我们接着处理。',
  fresh: '有新的答复',
  updated: (at: string) => `${at} 更新`,
  stale: '暂时连不上，显示的是刚才的进度。',
  wrong: '打不开这条记录',
  wrongWhy:
    '链接可能不完整，查询码可能不对，也可能这条记录已经删除。请用提交成功时保存的完整链接，或用受理号和查询码查。',
}

export const resolutions = {
  solved: '处理完了：已解决',
  explained: '处理完了：已说明情况',
  not_solvable: '处理完了：暂时无法解决',
  duplicate: '处理完了：与您的另一条合并处理',
  withdrawn: '您撤回了这一条',
  no_reply: '一直没等到您的回复，先结束了；补充说明就会重新打开',
}
