/**
 * How people ask and address somebody, whatever the matter: "您好，请尽快处理，谢谢". It makes texts alike
 * that have nothing to do with each other, and is left out before they are compared. Texts are folded.
 */

const phrases =
  `您好 你好 大家好 尊敬的 敬爱的 亲爱的 领导 书记 市长 局长 主任 各位 客服 小二 亲们 老师 管理员 工作人员 在吗 在不在
  希望 盼望 恳请 恳求 强烈 请求 要求 呼吁 建议 投诉 举报 反映 反应 反馈 咨询 请问 想问 问一下 问下 求助 求解 帮忙
  麻烦 拜托 尽快 尽早 及时 马上 立刻 立即 抓紧 加快 赶紧 早日 予以 给予 处理 解决 答复 回复 回应 重视 关注 核实 查实
  落实 整改 调查 整治 改善 改进 优化 相关部门 有关部门 相关单位 有关单位 贵单位 贵公司 贵司 贵行 贵平台 贵方 贵店 政府 单位 部门
  谢谢 感谢 多谢 万分 不胜感激 辛苦 祝好 此致 敬礼 盼复 望 请
  怎么回事 怎么办 怎么 为什么 为啥 什么时候 什么 多久 多少 哪里 哪个 能不能 可不可以 可以 能否 是否 是不是 有没有
  一个 一下 一直 一些 这个 那个 这样 那样 这种 这里 那里 我们 你们 他们 她们 它们 自己 别人 大家 人家
  因为 所以 但是 可是 不过 而且 并且 然后 后来 结果 如果 虽然 还是 或者 就是 只是 真的 真是 非常 特别 实在 简直 到底 究竟
  已经 现在 目前 今天 昨天 前天 昨晚 今早 早上 上午 中午 下午 晚上 刚才 刚刚 最近 近期 之前 以前 之后 以后 每天 每次 有时
  时候 时间 问题 情况 事情 东西 原因 结果 方面 严重 影响 出现 发生 进行 存在 造成 导致 觉得 感觉 认为 发现 看到 知道 说明 表示`
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
const manners = new RegExp(phrases.join('|'), 'g')

/** The text with a space where such words stood, so that what is left does not close up. */
export function withoutManners(folded: string): string {
  return folded.replace(manners, ' ')
}

const small = new Set(
  '的了是在我你您他她它这那就都也还又很太不没有会能要可以把被给跟和与及吗呢吧啊哦嘛呀啦么个一下上来去到说让叫对从向为于之其而且或但则等并再只才已将着过得地所此该各每些点里外中前后大小多少几两三天次年月日时分号人家',
)

/** A pair of characters that says nothing of the matter: both only hold sentences together. */
export function isManner(pair: string): boolean {
  return [...pair].every((character) => small.has(character))
}
