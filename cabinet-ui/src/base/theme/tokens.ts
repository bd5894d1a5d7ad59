import type { MantineColorsTuple } from '@mantine/core'

/** The one set of design tokens. Colours are checked for contrast by the axe tests. */
export const pine: MantineColorsTuple = [
  '#e9f7f0',
  '#d2ecdf',
  '#a5d9c0',
  '#74c49f',
  '#4cb384',
  '#34a874',
  '#1f9b65',
  '#118555',
  '#0a7a4d',
  '#046340',
]

export const honey: MantineColorsTuple = [
  '#fff8e6',
  '#ffeec9',
  '#fddc93',
  '#fac95a',
  '#f4b942',
  '#e6a21c',
  '#c98606',
  '#a36a00',
  '#855500',
  '#6b4400',
]

/** Mantine's red with a deeper end: white words on it must be readable in both themes. */
export const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#fa5252',
  '#d42a2a',
  '#c42525',
  '#a61e1e',
]

export const gray: MantineColorsTuple = [
  '#f7f9f8',
  '#eff2f0',
  '#e4e9e6',
  '#d5dcd8',
  '#c2cbc6',
  '#a0aca6',
  '#76827c',
  '#525d57',
  '#363f3a',
  '#1d2420',
]

export const dark: MantineColorsTuple = [
  '#d3dbd7',
  '#b4beb9',
  '#909c96',
  '#5d6963',
  '#3b4540',
  '#2c3531',
  '#212925',
  '#181e1b',
  '#121714',
  '#0c100e',
]

/** Surfaces and text that differ between light and dark; used as `var(--k-…)` in CSS modules. */
export const surfaces = {
  light: {
    '--k-canvas': '#f4f6f4',
    '--k-surface': '#ffffff',
    '--k-sunken': '#eef1ef',
    '--k-line': '#e1e6e3',
    '--k-line-strong': '#c8d0cb',
    '--k-text': '#17201b',
    '--k-muted': '#56625c',
    '--k-brand': '#0a7a4d',
    '--k-brand-soft': '#e3f3ea',
    '--k-brand-text': '#07683f',
    '--k-bonus-text': '#855500',
    '--k-bonus-soft': '#fff3d6',
    '--k-danger-text': '#b3261e',
    '--k-shadow': '0 1px 2px rgb(16 32 24 / 6%), 0 6px 24px -12px rgb(16 32 24 / 14%)',
    '--mantine-color-dimmed': '#56625c',
    '--mantine-color-placeholder': '#6a756f',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--k-canvas': '#0f1311',
    '--k-surface': '#181e1b',
    '--k-sunken': '#121714',
    '--k-line': '#29312d',
    '--k-line-strong': '#3e4944',
    '--k-text': '#e9efec',
    '--k-muted': '#a2afa9',
    '--k-brand': '#3bb17e',
    '--k-brand-soft': '#15312a',
    '--k-brand-text': '#74d3a8',
    '--k-bonus-text': '#f4c25c',
    '--k-bonus-soft': '#33290f',
    '--k-danger-text': '#ff8f85',
    '--k-shadow': '0 1px 2px rgb(0 0 0 / 40%)',
    '--mantine-color-dimmed': '#a2afa9',
    '--mantine-color-placeholder': '#8f9c96',
    '--mantine-color-error': '#ff8f85',
  },
} as const
