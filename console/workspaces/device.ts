const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信 WeChat'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Macintosh/, 'Mac'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
]

/** `Chrome · Mac`, as far as a user agent tells; empty when it does not. */
export function deviceOf(userAgent: string | null | undefined): string {
  const first = (known: [RegExp, string][]) =>
    known.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  return [first(browsers), first(systems)].filter(Boolean).join(' · ')
}
