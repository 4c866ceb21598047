export default definePageConfig({ navigationBarTitleText: '选择票种', enablePullDownRefresh: true })
