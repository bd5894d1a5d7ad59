import { PlainShell } from '@/base/components/PlainShell'
import { mountApp } from '@/base/mountApp'

mountApp(<PlainShell>cabinet</PlainShell>)
