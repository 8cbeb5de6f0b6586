import { theme as antd, type ThemeConfig } from 'antd'

const FONT = "'Be Vietnam Pro', system-ui, sans-serif"

interface Screen {
  /** Every control is at least 44 px high. */
  phone: boolean
  /** Lists and dialogs open and close at once. */
  still: boolean
}

/** The look of Ngang Tầm on a screen. */
export const themeFor = ({ phone, still }: Screen): ThemeConfig => ({
  algorithm: antd.defaultAlgorithm,
  token: {
    colorPrimary: '#9a1b1f',
    colorLink: '#1f5a92',
    // Left to antd it is lighter than the link, below the contrast WCAG 2.2 AA asks for.
    colorLinkHover: '#17456f',
    colorLinkActive: '#17456f',
    colorInfo: '#1f5a92',
    colorSuccess: '#0f6b4f',
    colorWarning: '#a8430a',
    colorError: '#9a1b1f',
    colorText: '#1f1d1a',
    colorTextSecondary: '#524e46',
    colorTextTertiary: '#6b665c',
    colorTextPlaceholder: '#6b665c',
    colorTextDisabled: '#6b665c',
    colorTextDescription: '#524e46',
    colorBorder: '#cbc6ba',
    colorBorderSecondary: '#e4e1da',
    colorBgLayout: '#f5f4f1',
    borderRadius: 6,
    fontFamily: FONT,
    fontSize: phone ? 15 : 13,
    controlHeight: phone ? 44 : 32,
    controlHeightSM: phone ? 44 : 26,
    fontWeightStrong: 600,
    boxShadow: 'none',
    motion: !still,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
    Select: { optionSelectedBg: '#fbf1ef', optionSelectedColor: '#9a1b1f' },
    Segmented: { itemSelectedBg: '#fbf1ef', itemSelectedColor: '#9a1b1f', trackBg: '#fff' },
  },
})
