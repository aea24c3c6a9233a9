import type { time as original } from '../zh/time.ts'

export const time: typeof original = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  monthDay: 'D MMM',
  monthDayTime: 'D MMM HH:mm',
  fullDay: 'D MMM YYYY',
  fullMoment: 'D MMM YYYY HH:mm',
  left: { minutes: (n) => `${n} min left`, hours: (n) => `${n} h left` },
  late: {
    minutes: (n) => `${n} min late`,
    hours: (n) => `${n} h late`,
    days: (n) => `${n} d late`,
  },
  length: {
    none: '—',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    days: (n) => `${n} d`,
  },
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
