import type { ReactNode } from 'react'
import ui from './ui.module.css'

type Props = { title: string; text?: string; icon?: ReactNode; children?: ReactNode }

/** Takes the page's place when there is nothing else to show. */
export function Message({ title, text, icon, children }: Props) {
  return (
    <div className={ui.message} role="alert">
      {icon && (
        <span className={ui.messageIcon} aria-hidden>
          {icon}
        </span>
      )}
      <h1>{title}</h1>
      {text && <p className={ui.muted}>{text}</p>}
      {children}
    </div>
  )
}
