/** How people type: each voice's habits, and how often it is heard from whoever feels so. */
import type { Temper } from '../life/matter.ts'

export type VoiceName =
  | 'plain'
  | 'polite'
  | 'curt'
  | 'spaced'
  | 'chatty'
  | 'furious'
  | 'weary'
  | 'typo'
  | 'emoji'
  | 'north'
  | 'canton'
  | 'sichuan'
  | 'english'

/** Weights by temper. English is chosen elsewhere: by who the customer is. */
export const voices: Record<VoiceName, Record<Temper, number>> = {
  plain: { calm: 34, annoyed: 30, angry: 20, glad: 34, keen: 40 },
  polite: { calm: 22, annoyed: 10, angry: 4, glad: 14, keen: 22 },
  curt: { calm: 14, annoyed: 14, angry: 8, glad: 12, keen: 8 },
  spaced: { calm: 10, annoyed: 12, angry: 8, glad: 8, keen: 8 },
  chatty: { calm: 8, annoyed: 7, angry: 6, glad: 10, keen: 12 },
  furious: { calm: 0, annoyed: 8, angry: 32, glad: 0, keen: 0 },
  weary: { calm: 2, annoyed: 9, angry: 14, glad: 0, keen: 0 },
  typo: { calm: 4, annoyed: 4, angry: 3, glad: 3, keen: 3 },
  emoji: { calm: 4, annoyed: 4, angry: 3, glad: 14, keen: 5 },
  north: { calm: 2, annoyed: 2, angry: 2, glad: 2, keen: 1 },
  canton: { calm: 1, annoyed: 1, angry: 1, glad: 1, keen: 0.6 },
  sichuan: { calm: 1, annoyed: 1, angry: 1, glad: 1, keen: 0.6 },
  english: { calm: 0, annoyed: 0, angry: 0, glad: 0, keen: 0 },
}

export interface Manner {
  /** Weights of none, one, two, three further sentences. */
  sentences: readonly number[]
  joints: readonly string[]
  before: { chance: number; lines: readonly string[] }
  after: { chance: number; lines: readonly string[] } & Partial<Record<Temper, readonly string[]>>
  habit?: 'spaces' | 'bangs' | 'typos' | 'bare' | 'dots'
}

const none = { chance: 0, lines: [] }

export const temperWords: Record<VoiceName, Manner> = {
  plain: {
    sentences: [3, 5, 2, 0],
    joints: ['，', '。', '。'],
    before: none,
    after: {
      chance: 0.3,
      lines: ['麻烦看一下', '请处理', '希望尽快处理', '帮忙看看', '等回复', '请尽快', '求解决'],
      glad: ['继续保持', '支持', '加油', '挺好的'],
      keen: ['希望采纳', '可以考虑一下', '期待', '建议而已'],
    },
  },
  polite: {
    sentences: [2, 5, 3, 0],
    joints: ['，', '。'],
    before: {
      chance: 0.75,
      lines: [
        '你好',
        '您好',
        '你好！',
        '您好，打扰一下',
        '你好，想问下',
        '客服您好',
        '您好！',
        '麻烦您',
      ],
    },
    after: {
      chance: 0.8,
      lines: [
        '谢谢',
        '麻烦了',
        '辛苦了',
        '麻烦您了，谢谢',
        '感谢！',
        '谢谢啦',
        '等您回复，谢谢',
        '辛苦帮忙查一下',
      ],
      glad: ['谢谢你们', '祝越做越好', '辛苦大家了'],
      keen: ['谢谢', '辛苦产品同学', '只是个小建议，谢谢'],
    },
  },
  curt: { sentences: [9, 1, 0, 0], joints: ['，'], before: none, after: none, habit: 'bare' },
  spaced: {
    sentences: [3, 5, 2, 0],
    joints: [' '],
    before: none,
    after: {
      chance: 0.35,
      lines: ['怎么回事', '咋弄', '看看怎么办', '快点', '求回复', '在线等'],
      glad: ['不错', '好评', '👍'],
      keen: ['希望能改', '加一个吧', '行不行'],
    },
    habit: 'spaces',
  },
  chatty: {
    sentences: [0, 2, 5, 3],
    joints: ['，', '。'],
    before: {
      chance: 0.5,
      lines: [
        '说个事',
        '我不太懂这些，就想问问',
        '本来不想说的',
        '用了你们[两三年|一年多|好久]了，第一次反馈',
        '不知道是不是我[操作的|手机的]问题',
        '跟你们讲一下我的情况',
      ],
    },
    after: {
      chance: 0.6,
      lines: [
        '不知道别人有没有这个情况',
        '我自己[试了|折腾了]半天没弄明白',
        '要是我弄错了也告诉我一声',
        '反正就是这么个情况',
        '我可以再等等，但是要给个准话',
        '需要我配合的话随时说',
      ],
      glad: ['我妈也说好用', '身边好几个同事都在用', '会推荐给朋友'],
      keen: ['一点个人想法', '我觉得应该不难做吧', '不一定对，你们参考'],
    },
  },
  furious: {
    sentences: [2, 5, 3, 1],
    joints: ['！', '！', '。', '，'],
    before: {
      chance: 0.6,
      lines: [
        '什么玩意儿',
        '服了你们了',
        '太离谱了',
        '有没有人管',
        '我真的无语',
        '气死我了',
        '垃圾',
        '忍了很久了',
        '就这水平',
        '耍我呢',
        '你们到底行不行',
      ],
    },
    after: {
      chance: 0.75,
      lines: [
        '今天必须给我一个说法',
        '再不处理我就去12315',
        '马上给我处理',
        '别再复制粘贴糊弄我',
        '我已经截图了',
        '什么时候解决给个准信',
        '卸载了',
        '差评',
        '以后再也不用了',
        '我要投诉到底',
        '找个能说了算的人来',
        '浪费我[一上午|半天]时间',
      ],
    },
    habit: 'bangs',
  },
  weary: {
    sentences: [1, 5, 3, 0],
    joints: ['，', '。'],
    before: {
      chance: 0.5,
      lines: [
        '又来了',
        '<nth>反馈这个问题了',
        '还是上次那个问题',
        '真的很失望',
        '唉',
        '说了多少遍了',
      ],
    },
    after: {
      chance: 0.6,
      lines: [
        '就想要个结果',
        '真的耗不起了',
        '拖了这么久也没人管',
        '你们要是解决不了就直说',
        '老用户都寒心',
        '每次都说在处理',
      ],
    },
    habit: 'dots',
  },
  typo: { sentences: [4, 5, 1, 0], joints: ['，', ' '], before: none, after: none, habit: 'typos' },
  emoji: {
    sentences: [4, 4, 1, 0],
    joints: ['，', '～', ' '],
    before: none,
    after: {
      chance: 1,
      lines: ['😭', '🙏🙏', '😤', '求求了🙏', '😓', '😭😭😭', '看看吧🥺', '救命😵', '🤦‍♀️'],
      glad: ['👍👍', '❤️', '🎉', '🌹', '😊', '爱了爱了💕', '👏'],
      keen: ['🙏', '🥺', '😄', '求求啦🙏', '💡'],
      angry: ['😡', '😤😤', '🙄', '😠', '呵呵🙄', '💢'],
    },
  },
  north: {
    sentences: [3, 5, 1, 0],
    joints: ['，', ' '],
    before: { chance: 0.4, lines: ['哎妈呀', '咋回事儿啊', '我说', '老铁'] },
    after: {
      chance: 0.8,
      lines: ['咋整啊', '给瞅瞅呗', '啥时候能整好', '这不坑人嘛', '整得我都不会用了', '麻溜儿的吧'],
      glad: ['杠杠的', '老好使了', '必须点个赞'],
      keen: ['整一个呗', '咋样', '能整不'],
    },
  },
  canton: {
    sentences: [3, 5, 1, 0],
    joints: ['，', ' '],
    before: { chance: 0.35, lines: ['唔该', '喂', '靓仔', '你好呀'] },
    after: {
      chance: 0.8,
      lines: ['搞咩啊', '几时搞掂', '有没有搞错', '快啲啦唔该'],
      glad: ['几好用', '正', '抵赞'],
      keen: ['得唔得', '好唔好', '帮手睇下'],
    },
  },
  sichuan: {
    sentences: [3, 5, 1, 0],
    joints: ['，', ' '],
    before: { chance: 0.35, lines: ['哎哟', '老板', '我给你说', '硬是'] },
    after: {
      chance: 0.8,
      lines: ['搞啥子名堂哦', '啷个办嘛', '莫得人管嗦', '搞快点嘛'],
      glad: ['巴适得很', '安逸', '要得'],
      keen: ['要得不', '整一个嘛', '可以噻'],
    },
  },
  english: { sentences: [1, 0, 0, 0], joints: [' '], before: none, after: none },
}
