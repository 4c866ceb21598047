import { giveFeedback } from '@/api/calls'
import { LaterForm } from '@/components/order/later-form'
import { useTranslation } from '@/i18n'

/** The questions the shop asks afterwards; what is answered is kept until it is sent. */
const FeedbackPage = () => {
  const { t } = useTranslation()
  const words = { title: t.giveFeedback, send: t.feedbackSend, sent: t.feedbackThanks, closed: t.noFeedbackNow }
  return <LaterForm id="feedback" keeps words={words} send={giveFeedback} />
}

export default FeedbackPage
