/** The fixed names a reading may use. Workspaces map their own categories onto these. */

export const kinds = ['bug', 'suggestion', 'question', 'complaint', 'praise', 'other'] as const
export type Kind = (typeof kinds)[number]

export const topics = [
  'product_quality',
  'service_attitude',
  'delivery',
  'price',
  'payment_refund',
  'account_security',
  'function',
  'interface',
  'performance',
  'packaging',
  'authenticity',
  'after_sales',
  'privacy',
  'content',
] as const
export type Topic = (typeof topics)[number]

export const sentiments = ['negative', 'neutral', 'positive'] as const
export type Sentiment = (typeof sentiments)[number]

/** From the most to the least pressing. */
export const urgencies = ['critical', 'high', 'normal', 'low'] as const
export type Urgency = (typeof urgencies)[number]

export const risks = [
  'self_harm',
  'safety',
  'police',
  'regulator',
  'lawsuit',
  'media',
  'funds_loss',
  'minor',
  'privacy_leak',
  'abuse',
  'churn',
  'mass',
] as const
export type Risk = (typeof risks)[number]

export const languages = ['zh-Hans', 'zh-Hant', 'en', 'mixed', 'other'] as const
export type Language = (typeof languages)[number]

export const personalDataKinds = [
  'mobile',
  'landline',
  'id_card',
  'bank_card',
  'email',
  'address',
  'order_no',
  'wechat_id',
  'plate',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]
