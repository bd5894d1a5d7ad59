/** Where somebody who was invited sets a password. What stands behind # is told to no server and to no log. */
export function invitationLink(token: string): string {
  return `${window.location.origin}/cabinet/invitation#${token}`
}

/** The token of the address that is open. */
export function invitationToken(): string {
  return decodeURIComponent(window.location.hash.slice(1))
}
