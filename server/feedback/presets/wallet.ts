import { type CategoryPresets, category } from './preset.ts'

export const walletCategories: CategoryPresets = {
  feedback: [
    category('付款或收款失败', 'A payment failed', 'service', 'transaction'),
    category('充值与提现', 'Top-up and withdrawal', 'service', 'transaction'),
    category('银行卡与实名认证', 'Cards and identity check', 'service', 'account'),
    category('账户安全提醒', 'Something looks suspicious', 'risk', 'security'),
    category('功能故障', 'Something does not work', 'tech', 'fault'),
    category('使用疑问', 'How do I…?', 'service'),
    category('其他反馈', 'Something else', 'service'),
  ],
  suggestion: [
    category('安全建议', 'Safety', 'risk', 'idea'),
    category('功能建议', 'A feature', 'product', 'idea'),
    category('体验优化', 'Make it easier', 'product', 'idea'),
    category('其他建议', 'Another idea', 'product'),
  ],
  complaint: [
    category('资金被盗或盗刷', 'Money stolen', 'risk', 'security'),
    category('遭遇诈骗', 'I was defrauded', 'risk', 'security'),
    category('账户被冻结或限额', 'Account frozen or limited', 'risk', 'account'),
    category('个人信息泄露', 'Personal data leaked', 'risk'),
    category('款项未到账', 'Money has not arrived', 'complaints', 'transaction'),
    category('手续费与扣款争议', 'Disputed fee or charge', 'complaints', 'transaction'),
    category('商户纠纷', 'Dispute with a shop', 'complaints', 'transaction'),
    category('服务态度', 'How I was treated', 'complaints', 'service'),
    category('其他投诉', 'Another complaint', 'complaints'),
  ],
}
