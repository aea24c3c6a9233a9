import { type CategoryPresets, category } from './preset.ts'

export const imCategories: CategoryPresets = {
  feedback: [
    category('消息收发异常', 'Messages missing or late', 'tech', 'fault'),
    category('语音与视频通话', 'Voice and video calls', 'tech', 'fault'),
    category('界面显示异常', 'Display problem', 'tech', 'fault'),
    category('账号与登录', 'Account and sign-in', 'service', 'account'),
    category('使用疑问', 'How do I…?', 'service'),
    category('其他反馈', 'Something else', 'service'),
  ],
  suggestion: [
    category('功能建议', 'A feature', 'product', 'idea'),
    category('体验优化', 'Make it easier', 'product', 'idea'),
    category('其他建议', 'Another idea', 'product'),
  ],
  complaint: [
    category('骚扰与辱骂', 'Harassment and abuse', 'moderation', 'report'),
    category('欺诈与冒充', 'Fraud and impersonation', 'moderation', 'report'),
    category('违规内容', 'Forbidden content', 'moderation', 'report'),
    category('侵犯隐私或肖像', 'Privacy or likeness violated', 'moderation', 'report'),
    category('涉及未成年人', 'A child is concerned', 'moderation', 'report'),
    category('账号被盗或误封', 'Account stolen or blocked', 'service', 'account'),
    category('服务态度', 'How I was treated', 'complaints', 'service'),
    category('其他投诉', 'Another complaint', 'complaints'),
  ],
}
