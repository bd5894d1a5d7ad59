import { notifications } from '@mantine/notifications'
import { describeError } from './errors'

/** Short messages in the corner. What must not be missed belongs into the page (ErrorNote). */
export const toast = {
  success: (message: string) => notifications.show({ message, color: 'pine', role: 'status' }),
  error: (error: unknown) => notifications.show({ message: describeError(error), color: 'red', role: 'alert' }),
}
