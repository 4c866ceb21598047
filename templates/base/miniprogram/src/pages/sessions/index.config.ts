export default definePageConfig({ navigationBarTitleText: '选择场次', enablePullDownRefresh: true })
