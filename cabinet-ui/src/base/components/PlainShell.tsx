import { Container, type ContainerProps, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { Brand } from './Brand'
import { ColorSchemeSwitch } from './ColorSchemeSwitch'
import { LanguageSwitch } from './LanguageSwitch'
import classes from './PlainShell.module.css'
import { SkipLink } from './SkipLink'

type Props = { children: ReactNode; size?: ContainerProps['size']; brand?: ReactNode; right?: ReactNode }

/** Pages without navigation: sign-in, sign-up, the member's card, the phone. */
export function PlainShell({ children, size = 'sm', brand, right }: Props) {
  return (
    <div className={classes.page}>
      <SkipLink />
      <header className={classes.header}>
        {brand ?? <Brand />}
        <Group gap="xs" wrap="nowrap">
          {right}
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </Group>
      </header>
      <Container component="main" id="main" size={size} className={classes.main}>
        {children}
      </Container>
    </div>
  )
}
