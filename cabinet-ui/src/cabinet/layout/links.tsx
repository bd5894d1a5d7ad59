import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { forwardRef } from 'react'

/** A button that goes to a route; `to`, `params` and `search` are checked by the compiler. */
export const ButtonLink = createLink(
  forwardRef<HTMLAnchorElement, ButtonProps & { 'aria-label'?: string }>((props, ref) => (
    <Button component="a" ref={ref} {...props} />
  )),
)

export const TextLink = createLink(
  forwardRef<HTMLAnchorElement, AnchorProps & { onClick?: React.MouseEventHandler }>((props, ref) => (
    <Anchor ref={ref} {...props} />
  )),
)
