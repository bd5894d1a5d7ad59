import { mountApp } from '@/base/mountApp'
import { StartPage } from './StartPage'

mountApp(<StartPage />)
