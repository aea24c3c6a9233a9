/** The forms that presets offer. The description itself is always asked first, above these. */
import type { TemplateField } from '../../../contract/categories.ts'

export interface TemplatePreset {
  name: string
  nameEn: string
  fields: readonly TemplateField[]
}

type Words = [zh: string, en: string]

function field(
  type: TemplateField['type'],
  key: string,
  [label, labelEn]: Words,
  more: { hint?: Words; choices?: Words[]; required?: true } = {},
): TemplateField {
  return {
    key,
    type,
    label,
    labelEn,
    hint: more.hint?.[0] ?? '',
    hintEn: more.hint?.[1] ?? '',
    choices: (more.choices ?? []).map(([value, choiceEn]) => ({ value, labelEn: choiceEn })),
    required: more.required ?? false,
  }
}

const happenedAt = field('when', 'happened_at', ['什么时候发生的', 'When did it happen?'])
const steps = field('text', 'steps', ['操作步骤', 'Steps'], {
  hint: ['从打开到出错，一步一步点了什么', 'What you tapped, step by step, until it went wrong'],
})
const expected = field('text', 'expected', ['您期望的结果', 'What you expected'])
const actual = field('text', 'actual', ['实际看到的结果', 'What happened instead'], {
  hint: ['有报错提示的话，请原样填写', 'If there was an error message, copy it as it is'],
})
const orderNo = field('line', 'order_no', ['订单号', 'Order number'], {
  hint: ['在“我的订单”里可以复制', 'You can copy it from “My orders”'],
})
const wish = field('text', 'wish', ['您希望怎么处理', 'What would you like us to do?'])
const account = field('line', 'account', ['您的账号或昵称', 'Your account or nickname'])
const amount = field('line', 'amount', ['交易金额', 'Amount'], {
  hint: ['例如 128.50 元', 'For example ¥128.50'],
})
const transactionAt = field('when', 'transaction_at', ['交易时间', 'Time of the transaction'])
const transactionNo = field('line', 'transaction_no', ['交易单号', 'Transaction number'], {
  hint: [
    '在账单详情里可以复制；不要填写完整银行卡号',
    'Copy it from the bill; never enter a full card number',
  ],
})

export const templatePresets = {
  fault: {
    name: '故障描述',
    nameEn: 'Something is broken',
    fields: [happenedAt, steps, expected, actual],
  },
  idea: {
    name: '建议说明',
    nameEn: 'An idea',
    fields: [
      field('text', 'scene', ['什么场景下会用到', 'When would you use it?']),
      field('text', 'expected', ['希望做成什么样', 'How should it work?']),
    ],
  },
  service: {
    name: '服务投诉',
    nameEn: 'Complaint about service',
    fields: [
      happenedAt,
      field('line', 'who', ['涉及的客服或门店', 'Who was it?'], {
        hint: ['客服工号、昵称或门店名称', 'Agent number, nickname or shop'],
      }),
      wish,
    ],
  },
  account: {
    name: '账号问题',
    nameEn: 'Account trouble',
    fields: [
      account,
      happenedAt,
      field('text', 'actual', ['系统提示了什么', 'What did it say?'], {
        hint: ['请勿填写密码或验证码', 'Never enter passwords or codes'],
      }),
    ],
  },
  order: {
    name: '订单问题',
    nameEn: 'Order trouble',
    fields: [
      orderNo,
      field('choice', 'wanted', ['您希望怎么处理', 'What would you like?'], {
        choices: [
          ['仅退款', 'Refund only'],
          ['退货退款', 'Return and refund'],
          ['换货', 'Exchange'],
          ['补发', 'Send again'],
          ['解释说明', 'An explanation'],
          ['其他', 'Something else'],
        ],
      }),
    ],
  },
  goods: {
    name: '商品质量',
    nameEn: 'Quality of a product',
    fields: [
      orderNo,
      field('line', 'product', ['商品和规格', 'Product and variant']),
      field('text', 'actual', ['质量问题的具体表现', 'What is wrong with it?'], {
        hint: [
          '哪里坏了、收到时就这样还是用后出现；可附照片',
          'What is broken, and since when; photos help',
        ],
      }),
      wish,
    ],
  },
  delivery: {
    name: '物流配送',
    nameEn: 'Delivery',
    fields: [
      orderNo,
      field('line', 'tracking_no', ['快递单号', 'Tracking number']),
      field('choice', 'problem', ['遇到了什么情况', 'What happened?'], {
        choices: [
          ['一直不发货', 'Not sent yet'],
          ['物流不更新', 'Tracking stands still'],
          ['派送太慢', 'Delivered late'],
          ['显示签收但没收到', 'Marked delivered, not received'],
          ['包裹破损或少件', 'Damaged or incomplete'],
          ['其他', 'Something else'],
        ],
      }),
    ],
  },
  report: {
    name: '举报',
    nameEn: 'Report someone',
    fields: [
      field('line', 'target', ['对方账号、昵称或群名', 'Their account, nickname or group'], {
        required: true,
      }),
      field('choice', 'place', ['发生在哪里', 'Where did it happen?'], {
        choices: [
          ['私聊', 'Private chat'],
          ['群聊', 'Group chat'],
          ['朋友动态或评论', 'Posts or comments'],
          ['语音或视频通话', 'Voice or video call'],
          ['其他', 'Elsewhere'],
        ],
      }),
      happenedAt,
    ],
  },
  transaction: {
    name: '交易问题',
    nameEn: 'A transaction',
    fields: [
      transactionAt,
      amount,
      transactionNo,
      field('line', 'counterparty', ['对方账户或商户名', 'The other party or shop']),
    ],
  },
  security: {
    name: '资金安全',
    nameEn: 'Safety of funds',
    fields: [
      field('choice', 'what', ['发生了什么', 'What happened?'], {
        required: true,
        choices: [
          ['有一笔不是我本人的交易', 'A payment I did not make'],
          ['被骗转账', 'I was tricked into paying'],
          ['账号在别处登录', 'Someone else signed in'],
          ['手机或银行卡丢失', 'Lost phone or card'],
          ['收到可疑短信或电话', 'A suspicious message or call'],
          ['其他', 'Something else'],
        ],
      }),
      transactionAt,
      amount,
      field('choice', 'frozen', ['账户是否已挂失或冻结', 'Is the account frozen?'], {
        choices: [
          ['已冻结', 'Yes'],
          ['还没有', 'Not yet'],
          ['不知道怎么操作', 'I do not know how'],
        ],
      }),
    ],
  },
} as const satisfies Record<string, TemplatePreset>

export type TemplatePresetName = keyof typeof templatePresets
