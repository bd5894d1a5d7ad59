import { RouterProvider } from '@tanstack/react-router'
import { mountApp } from '@/base/mountApp'
import { router } from './routes'

mountApp(<RouterProvider router={router} />)
