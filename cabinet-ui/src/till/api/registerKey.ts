const NAME = 'kartela.till.key'

/** For this tab only, unless the cashier asked to remember the register on this device. */
export const registerKey = {
  get(): string | null {
    return sessionStorage.getItem(NAME) ?? localStorage.getItem(NAME)
  },
  set(key: string, remember: boolean) {
    registerKey.clear()
    ;(remember ? localStorage : sessionStorage).setItem(NAME, key)
  },
  clear() {
    sessionStorage.removeItem(NAME)
    localStorage.removeItem(NAME)
  },
}
