export default definePageConfig({ navigationBarTitleText: '选择票种' })
