/** How a language model is asked what a feedback means, in the labels that the offline reading uses. */
import { z } from 'zod'
import { Kind, Sentiment, Urgency } from '../../contract/values.ts'
import { type Risk, risks, type Topic, topics } from '../../reading/index.ts'
import type { MachineOpinion } from '../assistant/index.ts'
import type { Prompt } from '../platform/ai/ask-for.ts'

/** Longer texts say by then what they are about. */
const longestText = 4000
const mostLabels = 3

/** What it names beside our labels is left out; a wrong kind is asked again. */
const known = <L extends string>(all: readonly L[]) =>
  z
    .array(z.string())
    .default([])
    .transform((said) =>
      said
        .filter((label): label is L => (all as readonly string[]).includes(label))
        .slice(0, mostLabels),
    )

const answer: z.ZodType<MachineOpinion> = z.object({
  kind: Kind,
  sentiment: Sentiment,
  urgency: Urgency,
  topics: known<Topic>(topics),
  risks: known<Risk>(risks),
  reason: z.string().max(400).default(''),
})

const task = `你是客服团队的反馈分析员，判断一条用户反馈的含义。标签只能用下面给出的英文名。
kind（选一个）：bug 软件或线上功能不能用；suggestion 要求改变或新功能；question 想知道某事；complaint 对商品、服务、金钱或态度不满并要求处理；praise 表扬；other 问候、测试、广告、闲聊。一条里有两种时，选运营者应先处理的那种。实物商品的瑕疵算 complaint。
sentiment（写的人的态度）：negative、neutral、positive。单纯报故障为 negative，单纯提问或建议为 neutral，反话按真实意思。
urgency：critical 人身危险、正在被盗刷、个人信息正在泄露；high 钱或账号被卡住、今明两天的期限、数据丢失、扬言升级；normal 有人在等答复；low 一周后再答也无妨。
topics（0 到 3 个，主要的在前）：product_quality 商品质量、service_attitude 服务态度、delivery 配送安装、price 价格优惠、payment_refund 支付退款发票、account_security 账号安全、function 功能、interface 界面、performance 卡顿闪退、packaging 包装、authenticity 真伪、after_sales 售后维修、privacy 隐私、content 内容审核与推荐。
risks（0 到 3 个，只在真实发生、扬言要做、或争执中被提到时才标）：self_harm 轻生、safety 人身安全、police 报警、regulator 监管投诉、lawsuit 起诉、media 曝光、funds_loss 资金被盗骗、minor 未成年人、privacy_leak 信息泄露、abuse 辱骂、churn 弃用、mass 多人同遇。功能名、模板、玩笑、否定的说法都不算。
reason：用一句中文说明依据，引用原文里的词。`

export function opinionPrompt(text: string): Prompt<MachineOpinion> {
  return {
    task,
    material: text.slice(0, longestText),
    answer,
    example: {
      kind: 'complaint',
      sentiment: 'negative',
      urgency: 'high',
      topics: ['payment_refund', 'service_attitude'],
      risks: ['regulator'],
      reason: '“退了十天没到账”是对退款的不满，“打12315”是扬言投诉。',
    },
    mostTokens: 400,
  }
}
