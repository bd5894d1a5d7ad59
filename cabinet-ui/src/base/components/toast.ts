import { notifications } from '@mantine/notifications'
import { currentLocale } from '../i18n/locale'
import { translate } from '../i18n/texts'
import { describeError } from './errors'
import { texts } from './texts'

const closing = () => ({ closeButtonProps: { 'aria-label': translate(texts.closeMessage, currentLocale()) } })

/** Short messages in the corner. What must not be missed belongs into the page (ErrorNote). */
export const toast = {
  success: (message: string) => notifications.show({ message, color: 'pine', role: 'status', ...closing() }),
  error: (error: unknown) =>
    notifications.show({ message: describeError(error), color: 'red', role: 'alert', ...closing() }),
}
