import { type ThemeConfig, theme } from 'antd'

/** Names in design/tokens.css that scripts need by value: Ant Design derives shades, ECharts paints. */
const names = [
  'paper',
  'surface',
  'sunken',
  'raised',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'jade',
  'jade-strong',
  'jade-soft',
  'jade-line',
  'on-jade',
  'late',
  'late-soft',
  'late-line',
  'on-late',
  'warn',
  'warn-soft',
  'warn-line',
  'font',
  'chart-1',
  'chart-2',
  'chart-3',
  'chart-4',
  'chart-5',
  'chart-6',
  'chart-7',
  'chart-8',
] as const
export type Tokens = Record<(typeof names)[number], string>

/** The values in force now; read again after the theme changed. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Tokens
}

/**
 * Our tokens in Ant Design's words. Motion is turned off here and not by CSS: pop-ups are placed
 * after their animation has begun, and without one they would stay off the screen.
 */
export function antTheme(
  tokens: Tokens,
  { dark, still }: { dark: boolean; still: boolean },
): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: tokens.jade,
      colorSuccess: tokens.jade,
      colorInfo: tokens.jade,
      colorLink: tokens.jade,
      colorError: tokens.late,
      colorWarning: tokens.warn,
      colorText: tokens.ink,
      colorTextSecondary: tokens['ink-2'],
      colorTextTertiary: tokens['ink-3'],
      colorTextDescription: tokens['ink-3'],
      colorTextPlaceholder: tokens['ink-3'],
      colorTextHeading: tokens.ink,
      colorBgLayout: tokens.paper,
      colorBgContainer: tokens.surface,
      colorBgElevated: tokens.raised,
      colorBorder: tokens['line-strong'],
      colorBorderSecondary: tokens.line,
      colorSplit: tokens.line,
      colorPrimaryBg: tokens['jade-soft'],
      colorSuccessBg: tokens['jade-soft'],
      colorSuccessBorder: tokens['jade-line'],
      colorInfoBg: tokens['jade-soft'],
      colorInfoBorder: tokens['jade-line'],
      controlItemBgActive: tokens['jade-soft'],
      controlItemBgActiveHover: tokens['jade-soft'],
      colorErrorBorder: tokens['late-line'],
      colorWarningBorder: tokens['warn-line'],
      colorPrimaryBorder: tokens['jade-line'],
      colorErrorBg: tokens['late-soft'],
      colorWarningBg: tokens['warn-soft'],
      fontFamily: tokens.font,
      fontSize: 14,
      borderRadius: 5,
      borderRadiusLG: 8,
      controlHeight: 32,
      wireframe: false,
      motion: !still,
    },
    components: {
      Button: {
        primaryColor: tokens['on-jade'],
        dangerColor: tokens['on-late'],
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        contentFontSizeSM: 13,
      },
      Checkbox: { colorWhite: tokens['on-jade'] },
      Tooltip: { colorBgSpotlight: dark ? '#3a414a' : '#2b3138' },
      Table: {
        headerBg: tokens.sunken,
        headerColor: tokens['ink-2'],
        headerSplitColor: 'transparent',
        rowHoverBg: tokens.sunken,
        cellPaddingBlock: 10,
      },
      Segmented: { itemSelectedBg: tokens.surface, trackBg: tokens.sunken },
      Select: { optionSelectedBg: tokens['jade-soft'], optionSelectedColor: tokens['jade-strong'] },
      Menu: { itemSelectedBg: tokens['jade-soft'], itemSelectedColor: tokens['jade-strong'] },
    },
  }
}
