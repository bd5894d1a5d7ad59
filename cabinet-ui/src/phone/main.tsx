import { mountApp } from '@/base/mountApp'
import { MailboxPage } from './mailbox/MailboxPage'
import { PhonePage } from './PhonePage'

mountApp(window.location.pathname.startsWith('/mailbox') ? <MailboxPage /> : <PhonePage />)
