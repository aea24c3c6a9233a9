import type { CaseState, Resolution } from '../../../contract/cases.ts'
import type { ProblemState } from '../../../contract/improvements.ts'
import type { Role } from '../../../contract/roles.ts'
import type {
  Business,
  ChannelKind,
  Entry,
  Kind,
  Priority,
  Sentiment,
  Urgency,
} from '../../../contract/values.ts'
import type { Risk, Topic } from '../../../reading/labels.ts'

type Of<T extends string> = Record<T, string>

export const labels = {
  entry: { feedback: '反馈', suggestion: '建议', complaint: '投诉' } as Of<Entry>,
  kind: {
    bug: '故障',
    suggestion: '建议',
    question: '咨询',
    complaint: '投诉',
    praise: '表扬',
    other: '其他',
  } as Of<Kind>,
  unread: '未判读',
  sentiment: { negative: '负面', neutral: '中性', positive: '正面' } as Of<Sentiment>,
  urgency: { low: '不急', normal: '一般', high: '紧急', critical: '特急' } as Of<Urgency>,
  priority: { low: '低', normal: '普通', high: '高', urgent: '紧急' } as Of<Priority>,
  channel: { portal: '反馈页', api: '接口', import: '导入' } as Of<ChannelKind>,
  state: { open: '待处理', waiting: '等客户回复', closed: '已结案' } as Of<CaseState>,
  resolution: {
    solved: '已解决',
    explained: '已说明',
    not_solvable: '暂无法解决',
    duplicate: '重复反馈',
    withdrawn: '客户撤回',
    no_reply: '客户未再回复',
  } as Of<Resolution>,
  promise: { running: '计时中', kept: '按时答复', broken: '超时', void: '不计时' },
  problemState: {
    open: '待改进',
    fixing: '改进中',
    fixed: '已修复',
    dropped: '不再处理',
  } as Of<ProblemState>,
  role: {
    owner: '所有者',
    admin: '管理员',
    supervisor: '主管',
    agent: '客服',
    analyst: '分析员',
  } as Of<Role>,
  roleHint: {
    owner: '一切权限，含移交与删除',
    admin: '设置、成员、密钥',
    supervisor: '导入、发布与全部工单',
    agent: '处理工单与问题',
    analyst: '只看不改',
  } as Of<Role>,
  business: {
    mini_program: '小程序',
    store: '电商店铺',
    im: '社交 / 即时通讯',
    wallet: '支付 / 钱包',
    other: '其他',
  } as Of<Business>,
  topic: {
    product_quality: '商品质量',
    service_attitude: '服务态度',
    delivery: '物流配送',
    price: '价格优惠',
    payment_refund: '支付退款',
    account_security: '账号安全',
    function: '功能',
    interface: '界面体验',
    performance: '性能稳定',
    packaging: '包装',
    authenticity: '真伪',
    after_sales: '售后',
    privacy: '隐私',
    content: '内容',
  } as Of<Topic>,
  risk: {
    self_harm: '自伤风险',
    safety: '人身安全',
    police: '报警',
    regulator: '监管投诉',
    lawsuit: '诉讼',
    media: '媒体曝光',
    funds_loss: '资金损失',
    minor: '未成年人',
    privacy_leak: '隐私泄露',
    abuse: '辱骂',
    churn: '流失',
    mass: '群体事件',
  } as Of<Risk>,
  identity: {
    phone: '手机',
    email: '邮箱',
    openid: 'OpenID',
    unionid: 'UnionID',
    external: '客户号',
    external_id: '客户号',
    name: '姓名',
  } as Record<string, string>,
  score: { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' } as Record<
    number,
    string
  >,
}
