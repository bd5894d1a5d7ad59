import { mountApp } from '@/base/mountApp'
import { TillApp } from './TillApp'

mountApp(<TillApp />)
