/** Which kind of number a run of digits is, by its shape, its check digit and the words before. */

const regionCodes = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9])/
const saysIdCard = /(?:身份证|身份證|证件|證件|sfz|id)[^\d]{0,8}$/i
const saysBankCard =
  /(?:卡号|卡號|银行卡|銀行卡|储蓄卡|信用卡|借记卡|账号|帳號|账户|尾号|card)[^\d]{0,8}$/i
const saysGoods =
  /(?:条码|条形码|條碼|批号|批次号?|序列号|序號|编码|imei|\bsn|s\/n|meid|barcode|batch|uuid|设备号|机器码|货号|版本|型号|产品编号|许可证?号?|备案号?|执照号?|执行标准)[^\d]{0,6}$/i
const mobileGroups = new Set([
  '11',
  '3,4,4',
  '3,8',
  '7,4',
  '3,3,5',
  '4,4,3',
  '4,3,4',
  '5,6',
  '3,2,2,2,2',
  '3,4,2,2',
  '1,3,3,4',
  '5,3,3',
  '1,2,4,4',
  '3,3,3,2',
  '3,2,3,3',
  '6,5',
  '5,2,4',
  '2,3,3,3',
  '2,4,5',
])

/** Eleven digits 13x–19x grouped as people group them, or each apart. */
export function isMobile(written: string): boolean {
  const digits = written
    .replace(/^\(?(?:\+|00)?\s?86\)?(?=[\s-]*1)/, '')
    .trim()
    .replace(/^-+/, '')
  const groups = digits.split(/[\s-]+/)
  if (!/^1[3-9]\d{9}$/.test(groups.join(''))) return false
  return mobileGroups.has(groups.map((group) => group.length).join()) || groups.length === 11
}

/** A mainland id number, old or new. A wrong check digit is a typing slip, and still private. */
export function isIdCard(written: string, before: string): boolean {
  const digits = written.replace(/[\s-]/g, '')
  if (saysIdCard.test(before)) return true
  if (saysGoods.test(before)) return false
  if (!regionCodes.test(digits)) return false
  if (digits.length === 15) return isDate(`19${digits.slice(6, 12)}`)
  return isDate(digits.slice(6, 14))
}

/** A card number by its check digit, or by the words before it, or by UnionPay's 62. */
export function isBankCard(written: string, before: string): boolean {
  const digits = written.replace(/[\s-]/g, '')
  if (saysGoods.test(before)) return false
  if (saysBankCard.test(before)) return true
  if (digits.length === 15) return /^3[47]/.test(digits) && passesLuhn(digits)
  if (/^62/.test(digits) && digits.length !== 18) return true
  return /^(?:3[05689]|[2-6])/.test(digits) && passesLuhn(digits) && digits.length !== 18
}

/** A long run that no bar code, serial number or batch explains. */
export function isOrderNumber(written: string, before: string): boolean {
  return !saysGoods.test(before) && !/^(\d)\1+$/.test(written)
}

function isDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
