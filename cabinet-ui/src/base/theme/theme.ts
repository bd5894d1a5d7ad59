import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  InputWrapper,
  Menu,
  Modal,
  PasswordInput,
  Select,
  Table,
  Textarea,
  TextInput,
} from '@mantine/core'
import { dark, gray, honey, pine, red, surfaces } from './tokens'

/** Mantine's badges are too small to read at arm's length. */
const badgeSizes: Record<string, Record<string, string>> = {
  sm: { '--badge-fz': '12px', '--badge-height': '22px' },
  md: { '--badge-fz': '13px', '--badge-height': '24px' },
  lg: { '--badge-fz': '14px', '--badge-height': '28px' },
  xl: { '--badge-fz': '16px', '--badge-height': '34px' },
}

const dialogTitle = { fontSize: 20, fontWeight: 700, letterSpacing: '-0.01em' } as const
const field = { radius: 'md' } as const

export const theme = createTheme({
  fontFamily: "'Manrope Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  colors: { pine, honey, gray, red, dark },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  black: '#17201b',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.2' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { fw: 650 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 650 },
      vars: (_, { size = 'md' }) => ({ root: badgeSizes[size] ?? {} }),
    }),
    Table: Table.extend({ defaultProps: { borderColor: 'var(--k-line)' } }),
    // The placeholder is no menu item, which a menu may not hold; the first item gets the focus instead.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: dialogTitle },
    }),
    Drawer: Drawer.extend({
      defaultProps: { padding: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: dialogTitle },
    }),
    InputWrapper: InputWrapper.extend({ styles: { label: { marginBottom: 6 }, description: { marginBottom: 6 } } }),
    TextInput: TextInput.extend({ defaultProps: field }),
    // By name: a page without such a field shall not fetch its code.
    NumberInput: { defaultProps: field },
    PasswordInput: PasswordInput.extend({ defaultProps: field }),
    Textarea: Textarea.extend({ defaultProps: field }),
    Select: Select.extend({ defaultProps: { ...field, allowDeselect: false, checkIconPosition: 'right' } }),
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...surfaces.light, '--mantine-color-body': surfaces.light['--k-surface'] },
  dark: { ...surfaces.dark, '--mantine-color-body': surfaces.dark['--k-surface'] },
})
