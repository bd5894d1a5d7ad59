import { surfaces } from '@/base/theme/tokens'

type Surface = Record<string, string>

/** The same variables that the component library writes on the other pages. */
export function tokensCss(light: Surface = surfaces.light, dark: Surface = surfaces.dark): string {
  const block = (tokens: Surface) =>
    Object.entries(tokens)
      .filter(([name]) => name.startsWith('--k-'))
      .map(([name, value]) => `${name}:${value}`)
      .join(';')
  return `:root{--mantine-radius-lg:16px;${block(light)}}:root[data-mantine-color-scheme="dark"]{${block(dark)}}`
}

export function applyTokens() {
  const style = document.createElement('style')
  style.textContent = tokensCss()
  document.head.prepend(style)
}
