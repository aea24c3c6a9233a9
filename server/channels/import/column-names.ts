/** What people call their columns, in Chinese and English: the names by which a mapping is proposed. */
import type { ImportTarget } from '../../../contract/imports.ts'

/** Compared without case, spaces, marks and what stands in brackets. The first that fits decides. */
const names: readonly (readonly [ImportTarget, RegExp])[] = [
  // Our own file of rejected rows comes back corrected.
  [
    'ignore',
    /^(导入行号|导入原因代码|导入原因|导入问题列|importrow|importreasoncode|importreason|importcolumn)$/,
  ],
  [
    'text',
    /^(反馈|评价|评论|留言|投诉|建议|意见|诉求|问题|工单|消息|咨询|吐槽|用户反馈|用户评价|客户反馈|原始)?(内容|详情|正文|描述|详细描述|问题描述|内容描述|原文|文本|原声)$|^(反馈|评价|评论|留言|意见|意见建议|意见与建议|用户反馈|用户评价|用户评论|客户反馈|用户留言|用户之声|问题描述)$|^(text|content|review|reviews|reviewtext|reviewbody|reviewcontent|body|comment|comments|message|messages|feedback|feedbacktext|description|details|detail|complaint|verbatim|question|query|utterance|sentence|userreview|customerfeedback|issuedescription)$/,
  ],
  [
    'title',
    /^(反馈|评价|评论|留言|投诉|工单|问题|消息)?(主题|标题|题目|摘要)$|^(title|subject|headline|summary|reviewtitle)$/,
  ],
  [
    'entry',
    /^(反馈类型|工单类型|诉求类型|留言类型|信件类型|来信类型|入口|entry|entrytype|feedbacktype|tickettype)$/,
  ],
  [
    'category',
    /^(一级|所属|反馈|问题|投诉|业务|产品|商品|工单|留言)?(分类|类别|类目|品类)$|^(cat|category|categories|topic|productcategory|issuecategory|department)$/,
  ],
  [
    'said_at',
    /^(反馈|评价|评论|留言|投诉|提交|创建|发布|发表|发生|工单|提问|录入|登记|消息|提出|受理|下单)?(时间|日期|日期时间)$|^(创建于|提交于|time|date|datetime|timestamp|createdat|createdon|created|createtime|submittedat|submitteddate|submissiondate|postedat|reviewdate|reviewtime|saidat|at)$/,
  ],
  [
    'customer_email',
    /^(用户|客户|联系|顾客|电子)?(邮箱|邮件|邮箱地址|邮件地址)$|^(email|mail|emailaddress|useremail|customeremail|contactemail)$/,
  ],
  [
    'customer_phone',
    /^(用户|客户|联系|顾客|联系人)?(手机|手机号|手机号码|电话|电话号码|联系电话|联系方式)$|^(phone|mobile|tel|telephone|phonenumber|mobilenumber|cellphone|userphone|customerphone|contactphone)$/,
  ],
  [
    'customer_id',
    /^(用户|客户|会员|顾客|买家|留言用户)(编号|id|号|标识|代码|账号)$|^(userid|uid|customerid|memberid|authorid|accountid|buyerid|customernumber)$/,
  ],
  [
    'customer_name',
    /^(用户|客户|会员|顾客|买家|联系人?|反馈人|投诉人|留言人|评论人|提交人)?(姓名|名称|名字|昵称|用户名)$|^(用户|客户|顾客|买家|联系人|反馈人|投诉人|留言人|留言用户|评论用户|反馈用户|提交人)$|^(name|user|username|customer|customername|author|authorname|nickname|reviewer|reviewername|contactname|fullname)$/,
  ],
  [
    'external_id',
    /^(反馈|评价|评论|留言|投诉|工单|记录|消息|内容|原始|外部|信件|问题|案件)?(编号|id|单号|流水号)$|^(id|externalid|recordid|reviewid|feedbackid|ticketid|ticketnumber|caseid|casenumber|commentid|messageid|contentid|uuid)$/,
  ],
  [
    'rating',
    /^(评价|综合|用户|总体|服务|满意度)?(评分|星级|打分|得分|分数|评星|满意度)$|^(rating|ratings|score|stars|star|starrating|csat|nps|overallrating|reviewrating)$/,
  ],
  [
    'version',
    /^(应用|软件|客户端|app|产品|小程序)?版本号?$|^(app|client|software)?(version|ver)(name|number)?$/,
  ],
  ['platform', /^(手机|操作)?系统$|^(系统|客户端)?平台$|^(os|system|platform|osversion)$/],
  ['device', /^(手机|设备)?(机型|型号)$|^设备$|^(device|phone)?model$|^device(name|type)?$/],
  [
    'region',
    /^(用户|客户|所在)?(省份|省|城市|市|地区|区域|地域|属地|所在地)$|^(region|province|city|area|location)$/,
  ],
  ['order_no', /^(订单|交易|支付)(号|编号|单号|流水号)$|^(order|transaction)(id|no|number)$/],
  ['amount', /^(订单|交易|支付|付款|退款|实付|涉及)?金额$|^(order|payment)?(amount|total)$/],
]

export function targetNamed(name: string): ImportTarget | null {
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]|\d+$/gu, '')
  return names.find(([, shape]) => shape.test(bare))?.[0] ?? null
}
