/** Chinese unless English is asked for, by `?language=en` or by the browser's languages. */
export const languageOf = (req) => {
    const asked = req.query['language'];
    if (asked === 'en' || asked === 'zh-CN')
        return asked;
    return req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
};
