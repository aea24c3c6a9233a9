/** What the team says whatever the matter: how they begin and end, and the turns of any talk. */

export const greetings: readonly string[] = [
  '您好，',
  '您好，',
  '您好！',
  '你好，',
  '您好，让您久等了。',
  '',
]
export const lateGreetings: readonly string[] = [
  '您好，回复晚了，抱歉。',
  '抱歉让您等了这么久。',
  '不好意思，[昨天|这两天]咨询量比较大，回复晚了。',
  '您好，实在抱歉，您这条我们回得太慢了。',
]
export const angryGreetings: readonly string[] = [
  '给您添麻烦了，非常抱歉。',
  '您好，您说的情况我看完了，确实是我们没做好。',
  '很抱歉让您有这样的体验。',
  '理解您的心情，换成我也会着急。',
]
export const gladGreetings: readonly string[] = [
  '谢谢您！',
  '您好，看到您的留言很开心。',
  '太感谢了！',
  '',
]

export const farewells: readonly string[] = [
  '',
  '',
  '有问题随时在这里留言。',
  '还有不清楚的，直接回复就行。',
  '如果还不行，把截图发在这里，我接着查。',
  '感谢您的耐心。',
]

/** Looked at, and not settled yet. */
export const progress: readonly string[] = [
  '已经看到了，我先去核实一下，<agent_day>给您答复。',
  '这个我需要和同事确认一下，<agent_day>回复您。',
  '收到，已经转给对应的同事在查了，<agent_day>给您结果。',
  '我把您的情况登记好了，正在催处理，有进展马上告诉您。',
  '我先帮您加急，<agent_day>会有人给您答复，请留意这里的回复。',
  '麻烦您稍等，我调一下记录，查到了就回您。',
]

/** A known cause that is being put right. */
export const known: readonly string[] = [
  '这个问题我们确认了，不是您操作的问题，正在修，改好会在这里通知您。',
  '您反馈的和我们正在处理的是同一个问题，原因已经找到，修好后会第一时间告诉您。',
  '这个问题已经登记，不止您一位遇到。修复排在最近一次更新里，发布后会通知到您。',
  '已经定位到原因了，同事在改。给您带来不便抱歉，更新后会在这条里告诉您。',
]

/** Waiting for the release goes on. */
export const promises: readonly string[] = [
  '好的，有消息[马上|第一时间]告诉您。',
  '嗯，会通知到您的，请放心。',
  '会的，发布后您在这里就能看到。',
]

/** The customer has not said what was asked. */
export const chasers: readonly string[] = [
  '您好，还在等您补充信息，方便的时候回复一下就行。',
  '您好，前面问的[信息|情况]您看到了吗？有了我马上接着查。',
  '打扰一下，如果问题已经好了也麻烦告诉我一声。',
]

export const afterUrge: readonly string[] = [
  '您好，看到您催了，[抱歉|不好意思]让您着急。',
  '抱歉，让您催了。',
  '您好，这边一直在跟，刚拿到结果。',
]

/** It came back after it had been closed. */
export const again: readonly string[] = [
  '不好意思，让您又跑一趟。这次我请同事当面确认过了，已经办好，您看一下。',
  '重新打开了，这次由我跟到底。刚核对完，问题出在我们这边，已经更正。',
  '您说得对，之前的处理不到位。已经重新处理，[明天|今天]我会再来确认一次结果。',
  '抱歉，是我们漏了一步。刚刚和同事一起补上了，这回我自己核对过。',
]
/** Of things that work or do not. */
export const fixedAgain: readonly string[] = [
  '抱歉，上次没有彻底解决。我重新查了一遍，[发现是缓存没有清掉|是另一处配置没改到]，现在处理好了，您再试试。',
  '收到，又看了一遍日志，这次和上次不是同一个原因，刚刚修好，麻烦再试一下。',
  '不好意思，让您来回折腾。我们拿同款手机复现了，已经改好，您退出重进看看。',
]

/** After a low score. */
export const afterLowScore: readonly string[] = [
  '您好，看到您给的评分了，想再了解一下哪里没处理好。您之前说的问题我重新看了，[已经补上|已经重新处理]，耽误您了。',
  '抱歉没让您满意。我是这边的主管，您的情况我完整看了一遍，处理过程确实太慢，已经和同事复盘。还需要我做什么，直接在这里说。',
  '谢谢您直说。这件事我们重新核对了，[之前的答复太笼统|之前没说清楚]，有不清楚的我一条一条给您解释。',
]

export const notes: readonly string[] = [
  '已电话沟通，客户情绪稳定',
  '和<agent_note_team>同步过了，等结果',
  '同一个客户之前反馈过，注意一起看',
  '老客户，优先',
  '已截图留存',
  '复现了，附日志给技术',
  '这个本周第 3 个了，看看要不要建成问题',
  '承诺了<agent_day>回复，别漏',
  '客户不接电话，先在这里回',
  '口径按周会定的来',
  '转我跟进',
  '等客户补截图',
  '和产品确认过，这个不做，解释清楚即可',
  '先安抚，方案等主管定',
]

export const gladNote = '贴到群里了'

/** On ideas. */
export const ideaNotes: readonly string[] = [
  '转产品评估',
  '同类建议第 4 个，记一下',
  '和产品确认过，这个可以做，别承诺时间',
]

/** Names of problems other teams look into, for notes. */
export const noteTeams: readonly string[] = ['技术', '产品', '运营', '财务', '主管']

export const english = {
  greetings: [
    'Hi, thanks for writing in. ',
    'Hello! ',
    'Hi there! ',
    'Thank you for your message. ',
  ],
  question: 'Could you tell us your order or account number, and roughly when it happened?',
  reply: 'Sure: it was around 8 pm, number <order>.',
  progress: [
    'I have passed this on to the right colleague and will get back to you by tomorrow.',
    'Let me check this with the team. I will write back here today.',
  ],
  again: ['Sorry this came back. We looked again and corrected it; please try once more.'],
  afterLowScore: [
    'Sorry we let you down. I went through your case again: is anything still open for you?',
  ],
  chasers: ['Just checking in: could you send us the details when you have a moment?'],
  known: [
    'We know what causes this and are working on a fix. You will be told here once it is out.',
  ],
} as const
