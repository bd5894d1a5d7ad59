import { Component, type ReactNode } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { Message } from './Message'
import { Shell } from './Shell'
import { texts } from './texts'
import ui from './ui.module.css'

/** The last resort: a page that broke says so and offers to reload. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useTexts(texts)
  return (
    <Shell>
      <Message title={t('brokenTitle')} text={t('brokenText')}>
        <button type="button" className={ui.button} onClick={() => window.location.reload()}>
          {t('reload')}
        </button>
      </Message>
    </Shell>
  )
}
