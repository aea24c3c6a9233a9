export const time = {
  today: '今天',
  tomorrow: '明天',
  yesterday: '昨天',
  monthDay: 'M 月 D 日',
  monthDayTime: 'M 月 D 日 HH:mm',
  fullDay: 'YYYY 年 M 月 D 日',
  fullMoment: 'YYYY 年 M 月 D 日 HH:mm',
  left: { minutes: (n: number) => `剩 ${n} 分`, hours: (n: number) => `剩 ${n} 小时` },
  late: {
    minutes: (n: number) => `超 ${n} 分`,
    hours: (n: number) => `超 ${n} 小时`,
    days: (n: number) => `超 ${n} 天`,
  },
  length: {
    none: '—',
    seconds: (n: number) => `${n} 秒`,
    minutes: (n: number) => `${n} 分钟`,
    hours: (n: string) => `${n} 小时`,
    days: (n: string) => `${n} 天`,
  },
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
}
