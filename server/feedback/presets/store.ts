import { type CategoryPresets, category } from './preset.ts'

export const storeCategories: CategoryPresets = {
  feedback: [
    category('商品问题', 'A product', 'service', 'goods'),
    category('物流与配送', 'Delivery', 'logistics', 'delivery'),
    category('退换货与退款', 'Returns and refunds', 'service', 'order'),
    category('优惠与活动', 'Offers and discounts', 'service', 'order'),
    category('页面或下单故障', 'The shop does not work', 'tech', 'fault'),
    category('其他反馈', 'Something else', 'service'),
  ],
  suggestion: [
    category('商品建议', 'Products', 'product', 'idea'),
    category('包装与物流建议', 'Packing and delivery', 'logistics', 'idea'),
    category('购物体验', 'Shopping with us', 'product', 'idea'),
    category('其他建议', 'Another idea', 'product'),
  ],
  complaint: [
    category('商品质量', 'Product quality', 'complaints', 'goods'),
    category('描述不符', 'Not as described', 'complaints', 'goods'),
    category('服务态度', 'How I was treated', 'complaints', 'service'),
    category('发货与配送时效', 'Late delivery', 'logistics', 'delivery'),
    category('退款纠纷', 'Refund dispute', 'complaints', 'order'),
    category('价格与优惠争议', 'Price dispute', 'complaints', 'order'),
    category('假冒伪劣', 'Counterfeit goods', 'complaints', 'goods'),
    category('其他投诉', 'Another complaint', 'complaints'),
  ],
}
