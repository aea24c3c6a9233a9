import { type CategoryPresets, category } from './preset.ts'

/** Mini-programs, and whatever has no presets of its own. */
export const appCategories: CategoryPresets = {
  feedback: [
    category('功能故障', 'Something does not work', 'tech', 'fault'),
    category('界面显示异常', 'Display problem', 'tech', 'fault'),
    category('卡顿、闪退', 'Slow or crashing', 'tech', 'fault'),
    category('使用疑问', 'How do I…?', 'service'),
    category('账号与登录', 'Account and sign-in', 'service', 'account'),
    category('其他反馈', 'Something else', 'service'),
  ],
  suggestion: [
    category('功能建议', 'A feature', 'product', 'idea'),
    category('体验优化', 'Make it easier', 'product', 'idea'),
    category('内容与活动', 'Content and events', 'product'),
    category('其他建议', 'Another idea', 'product'),
  ],
  complaint: [
    category('功能问题一直没解决', 'A fault that stays', 'tech', 'fault'),
    category('服务态度', 'How I was treated', 'complaints', 'service'),
    category('处理不及时', 'Too slow to respond', 'complaints', 'service'),
    category('收费与退款', 'Charges and refunds', 'complaints', 'order'),
    category('隐私与个人信息', 'Privacy and personal data', 'complaints'),
    category('其他投诉', 'Another complaint', 'complaints'),
  ],
}
