/** A year of a sports studio with classes to book. */
import type { ProblemStory, ReleaseStory, Story } from '../../life/matter.ts'
import { versions } from './versions.ts'

const broken: ProblemStory = {
  title: '3.2.1 更新后打不开、闪退',
  description:
    '3.2.1 的启动页在 Android 13/14 部分机型上崩溃。影响预约、入场码。门店改为手动登记。',
  matters: ['update_broken'],
  fromDay: 49,
  boost: 1,
  share: 1,
  state: 'fixed',
  release: '3.2.2',
  owner: 'tech',
}

const fix: ReleaseStory = {
  name: '3.2.2',
  notes: '修好了 3.2.1 打不开的问题。期间的爽约记录已全部取消。',
  day: 47,
}

export const otherStory: Story = {
  appChannel: '会员 App',
  versions,
  incident: { matter: 'update_broken', problem: broken, version: '3.2.1', release: fix },
  problems: [
    broken,
    {
      title: '闸机离线时签到丢失',
      description: '断网后签到不补传，会员被记爽约。',
      matters: ['booking/签到'],
      fromDay: 300,
      boost: 1.7,
      share: 0.7,
      state: 'fixed',
      release: '3.0.2',
      owner: 'tech',
    },
    {
      title: '候补排到了没有通知',
      description: '短信模板被拦，候补转正后无人知晓。',
      matters: ['booking/候补'],
      fromDay: 225,
      boost: 1.7,
      share: 0.65,
      state: 'fixed',
      release: '3.1.0',
      owner: 'tech',
    },
    {
      title: '自动续费提醒不明显',
      description: '续费前只有站内信。',
      matters: ['membership/自动续费'],
      fromDay: 150,
      boost: 1.7,
      share: 0.7,
      state: 'fixed',
      release: '3.2.0',
      owner: 'product',
    },
    {
      title: '大字体下预约按钮被遮住',
      description: '系统字体放大后底部按钮只露一半。',
      matters: ['display/大字体'],
      fromDay: 75,
      boost: 1.9,
      share: 0.75,
      state: 'fixed',
      release: '3.2.3',
      owner: 'product',
    },
    {
      title: '教练请假学员不知道',
      description: '请假审批和课表没有打通，取消的课没有通知。',
      matters: ['booking/临时取消'],
      fromDay: 32,
      boost: 1.7,
      share: 0.65,
      state: 'fixing',
      release: '3.3.0',
      owner: 'product',
    },
    {
      title: '高峰期淋浴没热水',
      description: '两家店热水器容量不足，报了扩容。',
      matters: ['studio/没热水'],
      fromDay: 19,
      boost: 2,
      share: 0.7,
      state: 'open',
      owner: 'service',
    },
  ],
  releases: [
    { name: '3.0.2', notes: '门店断网也能签到，恢复后自动补传。', day: 268 },
    { name: '3.1.0', notes: '候补排到会同时发短信和通知。', day: 196 },
    { name: '3.2.0', notes: '续费前三天会发短信，可以一键关闭。', day: 86 },
    fix,
    { name: '3.2.3', notes: '大字体下也能正常预约了。', day: 24 },
    { name: '3.3.0', notes: '教练请假、换课会第一时间通知到您。', day: null },
  ],
  slots: {
    amount: ['168元', '299', '499元', '1280元', '1999', '2680元', '3600'],
    class: ['瑜伽', '普拉提', '动感单车', '搏击操', '蹦床课', '拉伸课', '杠铃操', '有氧舞蹈'],
    shop: ['万象店', '高新店', '滨江店', '大学城店', '火车站店', '城南店', '中心店', '科技园店'],
  },
}
