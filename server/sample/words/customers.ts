/** What customers say in passing, whatever the matter; and the names they go by. */

export const thanks: readonly string[] = [
  '好的，谢谢',
  '收到，谢谢',
  '好了好了，谢谢啊',
  '嗯嗯，知道了',
  'OK',
  '谢谢，态度挺好的',
  '明白了，谢谢你的耐心',
  '好的，麻烦了',
  '谢谢小姐姐',
  '好，那先这样',
  '行，辛苦了',
  '谢谢，回复挺快',
  '好的好的',
  '知道了，谢谢',
]
/** Of things that work or do not. */
export const works: readonly string[] = [
  '试了下，可以了',
  '好了，谢谢',
  '解决了👍',
  '可以用了',
  '重新进了一次，正常了',
  '现在没问题了，谢谢',
]
export const waiting: readonly string[] = [
  '好的，等你们消息',
  '那要等多久？',
  '行吧，尽快',
  '好，别忘了就行',
  '知道了，麻烦快一点',
  '嗯，等你',
  '又是等。。。',
  '到时候真的会通知我吗',
]
/** Said before anyone has answered. */
export const chasing: readonly string[] = [
  '有人在吗',
  '怎么还没人回',
  '请问处理到哪一步了？',
  '？？？',
  '在线等，挺急的',
  '都过了你们说的时间了',
  '麻烦看一下我的问题',
  '能不能快点',
]
export const notSolved: readonly string[] = [
  '没有解决啊，跟之前一样',
  '你们是不是没处理就关了',
  '并没有，我这边看还是老样子',
  '哪里解决了？',
  '到现在也没动静',
  '跟你说的不一样啊',
  '还是没弄好，再帮我看看',
]
/** Of things that work or do not. */
export const failsAgain: readonly string[] = [
  '还是不行',
  '试了你说的方法，没用',
  '今天又出现了',
  '刚刚又这样了，没修好吧',
  '更新了，还是一样',
]
export const withdrawals: readonly string[] = [
  '',
  '',
  '自己弄好了',
  '已经好了，不用处理了',
  '发错了',
  '重启之后正常了，撤了吧',
  '联系上门店了，不用了',
  '没事了',
  '重复提交了',
  '算了',
]
/** Of those who were told that it was put right. */
export const toldComments: readonly string[] = [
  '改好了还来通知我，第一次见',
  '没想到真的修好了还告诉我',
  '有始有终，点赞',
]
export const comments: Readonly<Record<'high' | 'middle' | 'low', readonly string[]>> = {
  high: [
    '回复很快，点赞',
    '客服很有耐心，说得清楚',
    '没想到真的有人跟进',
    '解决了，谢谢',
    '比打电话方便多了',
    '处理得挺好，继续保持',
    '每一步都能看到进度，放心',
    '态度好，效率也高',
    '满意👍',
    '五星',
    '不错',
  ],
  middle: [
    '解决是解决了，就是慢了点',
    '一般吧',
    '希望下次能快一点',
    '问了好几遍才说清楚',
    '结果还行，过程有点折腾',
    '回复有点模板化',
    '凑合',
    '还可以，能主动打个电话就更好了',
  ],
  low: [
    '等了好几天才有人理',
    '没解决就把单子关了',
    '一直在踢皮球',
    '回复都是复制粘贴的',
    '答非所问',
    '太慢了，我都卸载了',
    '说好的时间没有一次兑现',
    '钱的事能不能上点心',
    '失望',
    '不满意，问题还在',
  ],
}
export const englishComments: readonly string[] = [
  'Quick and helpful.',
  'Good, but it took a while.',
  'Solved, thanks.',
]
export const englishThanks: readonly string[] = [
  'Great, thank you!',
  'It works now, thanks',
  'ok thanks',
]
export const englishNotSolved: readonly string[] = [
  'Still the same on my side',
  'No, it is not fixed',
]
export const englishWaiting: readonly string[] = [
  'OK, waiting for your reply',
  'How long will it take?',
]

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const titles = ['先生', '女士', '女士', '先生', '小姐', '同学', '老师', '师傅', '阿姨']
const nicknames = [
  ...[
    '小鱼儿',
    '阿杰',
    '橙子汽水',
    '晴天',
    '大白兔',
    '木木',
    '一只猫',
    '豆豆妈',
    '南风',
    '小满',
    '老王',
  ],
  ...[
    'Momo',
    'Kevin',
    '糖糖',
    '北方的狼',
    '云淡风轻',
    '平安是福',
    '可乐加冰',
    '半糖',
    '小太阳',
    '静静',
    '阿福',
  ],
  ...[
    '柚子',
    '石头',
    'Lily',
    '奔跑的蜗牛',
    '悠然',
    '小雨点',
    '年年有余',
    '花开富贵',
    '二丫',
    'Tony',
    '胖虎',
  ],
  ...[
    '芝士奶盖',
    '西西',
    '海阔天空',
    '桃桃',
    '小王同学',
    'Ann',
    '夜归人',
    '七七',
    '萌萌哒',
    '听风',
    '打工人小李',
  ],
  ...[
    '梧桐雨',
    '叮当',
    '栗子',
    '大力',
    'jojo',
    '青柠',
    '团团',
    '飞飞',
    '小葵花',
    '阿May',
    '贝贝爸爸',
    '知足常乐',
  ],
] as const
const westernNames = [
  'Daniel',
  'Sophie M.',
  'Priya',
  'Marco',
  'Anna K.',
  'James',
  'Yuki',
  'Chloe',
  'Omar',
  'Lucas',
]

/** As people call themselves. */
export const names = { surnames, titles, nicknames, westernNames } as const
