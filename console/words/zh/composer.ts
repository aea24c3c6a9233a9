import { number } from '../quantity.ts'

export const composer = {
  reply: '回复',
  note: '备注',
  replyHint: '写给客户…',
  noteHint: '只有团队能看到…',
  send: '发送',
  saveNote: '保存备注',
  attach: '添加附件',
  drop: '松开鼠标，添加附件',
  limits: (image: string, video: string, log: string, count: number) =>
    `图片 ${image}、视频 ${video}、日志 ${log} 以内，最多 ${count} 个`,
  uploading: '附件还在上传',
  tooMany: (count: number) => `最多 ${count} 个附件，多出的没有添加。`,
  failed: '没有发出去，内容已保留。',
  newer: '先别急着发：您写的时候，这里有了新情况',
  newerSaid: (quoted: string) => `客户又说：${quoted}`,
  newerAnswer: (by: string, quoted: string) => `${by} 刚刚回复了客户：${quoted}`,
  newerNote: (by: string, quoted: string) => `${by} 刚刚留了备注：${quoted}`,
  newerClosed: (by: string) => `${by} 刚刚结案了`,
  sendAnyway: { reply: '仍要发送', note: '仍要保存' },
  look: '先看看',
  draftKept: '草稿已存在本机',
  closedHint: '工单已结案。重新打开后可以回复。',
  readOnly: '您可以查看这个工单，但不能回复。',
  over: (limit: number) => `超出 ${number(limit)} 字上限`,
  length: (length: number, limit: number) => `${number(length)} / ${number(limit)}`,
}
