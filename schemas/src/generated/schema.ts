// Made from src/language/*.schema.json by `npm run types`; do not edit.
export const shopSchema = {
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "店铺",
 "description": "一家店的全部描述：服务、资源、登记表、费用和规则。",
 "x-en": {
  "title": "Shop",
  "description": "The whole description of a shop: services, resources, forms, fees and policies."
 },
 "type": "object",
 "properties": {
  "$schema": {
   "title": "描述语言",
   "description": "让编辑器能提示和检查。",
   "x-en": {
    "title": "Language file",
    "description": "Lets an editor complete and check."
   },
   "type": "string",
   "maxLength": 500
  },
  "id": {
   "title": "标识",
   "x-en": {
    "title": "Identifier"
   },
   "$ref": "#/$defs/Id"
  },
  "profile": {
   "title": "店铺资料",
   "x-en": {
    "title": "Profile"
   },
   "type": "object",
   "properties": {
    "name": {
     "title": "店名",
     "x-en": {
      "title": "Name"
     },
     "$ref": "#/$defs/Text"
    },
    "tagline": {
     "title": "一句话",
     "x-en": {
      "title": "Tagline"
     },
     "$ref": "#/$defs/Text"
    },
    "description": {
     "title": "介绍",
     "x-en": {
      "title": "Description"
     },
     "$ref": "#/$defs/Text"
    },
    "image": {
     "title": "横幅图片",
     "x-en": {
      "title": "Banner"
     },
     "$ref": "#/$defs/Image"
    },
    "phone": {
     "title": "电话",
     "x-en": {
      "title": "Phone"
     },
     "type": "string",
     "pattern": "^[+0-9][0-9 -]{4,24}$"
    },
    "address": {
     "title": "地址",
     "x-en": {
      "title": "Address"
     },
     "$ref": "#/$defs/Text"
    },
    "location": {
     "title": "坐标",
     "x-en": {
      "title": "Location"
     },
     "type": "object",
     "properties": {
      "latitude": {
       "title": "纬度",
       "x-en": {
        "title": "Latitude"
       },
       "type": "number",
       "minimum": -90,
       "maximum": 90
      },
      "longitude": {
       "title": "经度",
       "x-en": {
        "title": "Longitude"
       },
       "type": "number",
       "minimum": -180,
       "maximum": 180
      }
     },
     "required": [
      "latitude",
      "longitude"
     ],
     "additionalProperties": false
    },
    "notice": {
     "title": "公告",
     "x-en": {
      "title": "Notice"
     },
     "$ref": "#/$defs/Text"
    },
    "operator": {
     "title": "经营主体",
     "description": "协议和隐私页上的公司或个体名称。",
     "x-en": {
      "title": "Operator",
      "description": "The company named on the agreement and privacy pages."
     },
     "$ref": "#/$defs/Text"
    }
   },
   "required": [
    "name"
   ],
   "additionalProperties": false
  },
  "zone": {
   "title": "时区",
   "description": "IANA 时区，如 Asia/Shanghai。",
   "x-en": {
    "title": "Time zone",
    "description": "An IANA zone, such as Asia/Shanghai."
   },
   "type": "string",
   "minLength": 1,
   "maxLength": 60
  },
  "currency": {
   "title": "货币",
   "x-en": {
    "title": "Currency"
   },
   "type": "string",
   "enum": [
    "CNY"
   ]
  },
  "locales": {
   "title": "语言",
   "description": "第一种是默认。",
   "x-en": {
    "title": "Languages",
    "description": "The first is the default."
   },
   "type": "array",
   "items": {
    "type": "string",
    "enum": [
     "zh-CN",
     "en"
    ]
   },
   "minItems": 1,
   "uniqueItems": true
  },
  "theme": {
   "title": "外观",
   "x-en": {
    "title": "Theme"
   },
   "type": "object",
   "properties": {
    "accent": {
     "title": "主色",
     "description": "十六进制颜色；对比度由模板保证。",
     "x-en": {
      "title": "Accent colour",
      "description": "A hexadecimal colour; the template sees to the contrast."
     },
     "type": "string",
     "pattern": "^#[0-9a-fA-F]{6}$"
    }
   },
   "required": [
    "accent"
   ],
   "additionalProperties": false
  },
  "hours": {
   "title": "营业时间",
   "x-en": {
    "title": "Opening hours"
   },
   "$ref": "#/$defs/Schedule"
  },
  "levels": {
   "title": "级别",
   "description": "员工或场地的级别。",
   "x-en": {
    "title": "Levels",
    "description": "Levels of staff or places."
   },
   "type": "array",
   "items": {
    "title": "级别",
    "x-en": {
     "title": "Level"
    },
    "type": "object",
    "properties": {
     "id": {
      "title": "标识",
      "x-en": {
       "title": "Identifier"
      },
      "$ref": "#/$defs/Id"
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text"
     }
    },
    "required": [
     "id",
     "title"
    ],
    "additionalProperties": false
   },
   "maxItems": 50
  },
  "memberships": {
   "title": "会员等级",
   "x-en": {
    "title": "Memberships"
   },
   "type": "array",
   "items": {
    "title": "会员等级",
    "x-en": {
     "title": "Membership"
    },
    "type": "object",
    "properties": {
     "id": {
      "title": "标识",
      "x-en": {
       "title": "Identifier"
      },
      "$ref": "#/$defs/Id"
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text"
     }
    },
    "required": [
     "id",
     "title"
    ],
    "additionalProperties": false
   },
   "maxItems": 20
  },
  "categories": {
   "title": "服务分类",
   "x-en": {
    "title": "Categories"
   },
   "type": "array",
   "items": {
    "title": "分类",
    "x-en": {
     "title": "Category"
    },
    "type": "object",
    "properties": {
     "id": {
      "title": "标识",
      "x-en": {
       "title": "Identifier"
      },
      "$ref": "#/$defs/Id"
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text"
     }
    },
    "required": [
     "id",
     "title"
    ],
    "additionalProperties": false
   },
   "maxItems": 50
  },
  "resources": {
   "title": "资源",
   "x-en": {
    "title": "Resources"
   },
   "type": "array",
   "items": {
    "$ref": "#/$defs/Resource"
   },
   "maxItems": 500
  },
  "addOns": {
   "title": "加项",
   "x-en": {
    "title": "Add-ons"
   },
   "type": "array",
   "items": {
    "title": "加项",
    "x-en": {
     "title": "Add-on"
    },
    "type": "object",
    "properties": {
     "id": {
      "title": "标识",
      "x-en": {
       "title": "Identifier"
      },
      "$ref": "#/$defs/Id"
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text"
     },
     "price": {
      "title": "价格（分）",
      "x-en": {
       "title": "Price (fen)"
      },
      "$ref": "#/$defs/Fen"
     },
     "minutes": {
      "title": "增加的分钟数",
      "x-en": {
       "title": "Extra minutes"
      },
      "$ref": "#/$defs/Minutes",
      "default": 0
     }
    },
    "required": [
     "id",
     "title",
     "price"
    ],
    "additionalProperties": false
   },
   "maxItems": 200
  },
  "services": {
   "title": "服务",
   "x-en": {
    "title": "Services"
   },
   "type": "array",
   "items": {
    "$ref": "#/$defs/Service"
   },
   "minItems": 1,
   "maxItems": 500
  },
  "forms": {
   "title": "登记表",
   "x-en": {
    "title": "Forms"
   },
   "type": "array",
   "items": {
    "$ref": "#/$defs/Form"
   },
   "minItems": 1,
   "maxItems": 100
  },
  "fees": {
   "title": "费用规则",
   "description": "同一阶段按先后次序计算。",
   "x-en": {
    "title": "Fee rules",
    "description": "Within a phase they are computed in this order."
   },
   "type": "array",
   "items": {
    "$ref": "#/$defs/FeeRule"
   },
   "maxItems": 200
  },
  "policies": {
   "title": "店铺规则",
   "description": "四项都要写；服务可以代替其中几项。",
   "x-en": {
    "title": "Policies of the shop",
    "description": "All four; a service may replace some."
   },
   "$ref": "#/$defs/Policies",
   "required": [
    "booking",
    "payment",
    "cancellation",
    "reschedule"
   ]
  },
  "legal": {
   "title": "协议",
   "description": "不写就用模板里的标准文本。",
   "x-en": {
    "title": "Legal texts",
    "description": "The standard texts of the template when left out."
   },
   "type": "object",
   "properties": {
    "agreement": {
     "title": "用户协议",
     "x-en": {
      "title": "User agreement"
     },
     "$ref": "#/$defs/Text"
    },
    "privacy": {
     "title": "隐私说明",
     "x-en": {
      "title": "Privacy notice"
     },
     "$ref": "#/$defs/Text"
    }
   },
   "additionalProperties": false
  },
  "brief": {
   "title": "立项说明",
   "x-en": {
    "title": "Brief"
   },
   "type": "object",
   "properties": {
    "why": {
     "title": "为什么做",
     "x-en": {
      "title": "Why"
     },
     "$ref": "#/$defs/Text"
    },
    "forWhom": {
     "title": "给谁用",
     "x-en": {
      "title": "For whom"
     },
     "$ref": "#/$defs/Text"
    },
    "scope": {
     "title": "做到哪里",
     "x-en": {
      "title": "Scope"
     },
     "$ref": "#/$defs/Text"
    },
    "measures": {
     "title": "怎样算成功",
     "x-en": {
      "title": "Success measures"
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Text"
     },
     "maxItems": 20
    }
   },
   "additionalProperties": false
  },
  "publish": {
   "title": "上架资料",
   "x-en": {
    "title": "Publishing"
   },
   "type": "object",
   "properties": {
    "appid": {
     "title": "小程序 appid",
     "x-en": {
      "title": "Mini-program appid"
     },
     "type": "string",
     "pattern": "^wx[0-9a-f]{16}$"
    },
    "apiBase": {
     "title": "接口地址",
     "description": "小程序正式版访问的 https 地址。",
     "x-en": {
      "title": "API address",
      "description": "The https address the released mini-program talks to."
     },
     "type": "string",
     "pattern": "^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$"
    }
   },
   "additionalProperties": false
  }
 },
 "required": [
  "id",
  "profile",
  "zone",
  "currency",
  "locales",
  "theme",
  "hours",
  "services",
  "forms",
  "policies"
 ],
 "additionalProperties": false,
 "$defs": {
  "Id": {
   "title": "标识",
   "description": "小写字母开头，只含小写字母、数字和连字符，最多 40 个字符。发布后不要再改：订单按它记录。",
   "x-en": {
    "title": "Identifier",
    "description": "Starts with a lower-case letter; lower-case letters, digits and hyphens; at most 40. Keep it once published: orders refer to it."
   },
   "type": "string",
   "pattern": "^[a-z][a-z0-9-]{0,39}$"
  },
  "Text": {
   "title": "文字",
   "description": "给顾客看的文字：一段话，或按语言分别给出。",
   "x-en": {
    "title": "Text",
    "description": "Words a customer reads: one string, or one for each language."
   },
   "oneOf": [
    {
     "title": "一种语言的文字",
     "x-en": {
      "title": "Text in one language"
     },
     "type": "string",
     "minLength": 1,
     "maxLength": 4000
    },
    {
     "title": "多种语言的文字",
     "x-en": {
      "title": "Text in several languages"
     },
     "type": "object",
     "properties": {
      "zh-CN": {
       "title": "中文",
       "x-en": {
        "title": "Chinese"
       },
       "type": "string",
       "minLength": 1,
       "maxLength": 4000
      },
      "en": {
       "title": "英文",
       "x-en": {
        "title": "English"
       },
       "type": "string",
       "minLength": 1,
       "maxLength": 4000
      }
     },
     "required": [
      "zh-CN"
     ],
     "additionalProperties": false
    }
   ]
  },
  "Fen": {
   "title": "金额（分）",
   "description": "整数，单位是分：8800 就是 88 元。",
   "x-en": {
    "title": "Amount (fen)",
    "description": "An integer number of fen: 8800 is ¥88."
   },
   "type": "integer",
   "minimum": 0,
   "maximum": 100000000
  },
  "BasisPoints": {
   "title": "万分比",
   "description": "整数，万分之一：1000 就是 10%。",
   "x-en": {
    "title": "Basis points",
    "description": "An integer number of ten-thousandths: 1000 is 10%."
   },
   "type": "integer",
   "minimum": 0,
   "maximum": 100000
  },
  "Minutes": {
   "title": "分钟数",
   "x-en": {
    "title": "Minutes"
   },
   "type": "integer",
   "minimum": 0,
   "maximum": 527040
  },
  "Day": {
   "title": "日期",
   "description": "店铺所在地的日期，如 2026-12-02。",
   "x-en": {
    "title": "Date",
    "description": "A date at the shop, such as 2026-12-02."
   },
   "type": "string",
   "format": "date"
  },
  "WallTime": {
   "title": "时刻",
   "description": "店铺当地墙上的时间，如 09:30；一天的终点可写 24:00。",
   "x-en": {
    "title": "Time of day",
    "description": "Wall-clock time at the shop, such as 09:30; the end of a day may be 24:00."
   },
   "type": "string",
   "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
  },
  "Weekday": {
   "title": "星期",
   "x-en": {
    "title": "Weekday"
   },
   "type": "string",
   "enum": [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun"
   ]
  },
  "Tag": {
   "title": "标签",
   "x-en": {
    "title": "Tag"
   },
   "type": "string",
   "pattern": "^[a-z][a-z0-9-]{0,39}$"
  },
  "Image": {
   "title": "图片",
   "description": "https 图片地址，或自带插画 illustration：名字。",
   "x-en": {
    "title": "Image",
    "description": "An https address, or one of the illustrations that come with the template: illustration:name."
   },
   "type": "string",
   "maxLength": 500,
   "pattern": "^(illustration:[a-z][a-z0-9-]{0,39}|https://[^\\s\"'<>\\\\]+)$"
  },
  "Condition": {
   "title": "条件",
   "description": "一棵封闭的、不含代码的判断树，用于显示、资格和费用。",
   "x-en": {
    "title": "Condition",
    "description": "A closed tree without code, for visibility, eligibility and fees."
   },
   "oneOf": [
    {
     "title": "全部成立",
     "x-en": {
      "title": "All of"
     },
     "type": "object",
     "properties": {
      "all": {
       "title": "全部成立",
       "x-en": {
        "title": "All of"
       },
       "type": "array",
       "items": {
        "$ref": "#/$defs/Condition"
       },
       "minItems": 1,
       "maxItems": 50
      }
     },
     "required": [
      "all"
     ],
     "additionalProperties": false
    },
    {
     "title": "任一成立",
     "x-en": {
      "title": "Any of"
     },
     "type": "object",
     "properties": {
      "any": {
       "title": "任一成立",
       "x-en": {
        "title": "Any of"
       },
       "type": "array",
       "items": {
        "$ref": "#/$defs/Condition"
       },
       "minItems": 1,
       "maxItems": 50
      }
     },
     "required": [
      "any"
     ],
     "additionalProperties": false
    },
    {
     "title": "不成立",
     "x-en": {
      "title": "Negation"
     },
     "type": "object",
     "properties": {
      "not": {
       "$ref": "#/$defs/Condition"
      }
     },
     "required": [
      "not"
     ],
     "additionalProperties": false
    },
    {
     "title": "比较",
     "x-en": {
      "title": "Comparison"
     },
     "type": "object",
     "properties": {
      "fact": {
       "title": "事实",
       "description": "事实目录里的名字，如 start.weekday；表单里的回答写作 answer.字段。",
       "x-en": {
        "title": "Fact",
        "description": "A name from the catalogue of facts, such as start.weekday; an answer of the form is answer.<field>."
       },
       "type": "string",
       "pattern": "^[a-z][A-Za-z]*(\\.[A-Za-z][A-Za-z0-9-]*)*$"
      },
      "op": {
       "title": "比较方式",
       "x-en": {
        "title": "Operator"
       },
       "type": "string",
       "enum": [
        "eq",
        "ne",
        "lt",
        "lte",
        "gt",
        "gte",
        "in",
        "notIn",
        "contains",
        "given",
        "missing"
       ]
      },
      "value": {
       "title": "比较的值",
       "description": "given 和 missing 不写。",
       "x-en": {
        "title": "Value",
        "description": "Left out for given and missing."
       },
       "oneOf": [
        {
         "type": [
          "string",
          "number",
          "boolean"
         ]
        },
        {
         "type": "array",
         "items": {
          "type": [
           "string",
           "number"
          ]
         },
         "maxItems": 200
        }
       ]
      }
     },
     "required": [
      "fact",
      "op"
     ],
     "additionalProperties": false
    }
   ]
  },
  "FeeRule": {
   "title": "费用规则",
   "x-en": {
    "title": "Fee rule"
   },
   "type": "object",
   "properties": {
    "id": {
     "title": "标识",
     "x-en": {
      "title": "Identifier"
     },
     "$ref": "#/$defs/Id"
    },
    "label": {
     "title": "名称",
     "description": "账单上的名字。",
     "x-en": {
      "title": "Label",
      "description": "Its name on the bill."
     },
     "$ref": "#/$defs/Text"
    },
    "phase": {
     "title": "阶段",
     "description": "按 base → option → addOn → surcharge → discount → coupon → entitlement → rounding 的次序计算；规则可加在 surcharge 和 discount 两个阶段，discount 的金额是减。",
     "x-en": {
      "title": "Phase",
      "description": "Computed in the order base → option → addOn → surcharge → discount → coupon → entitlement → rounding; rules join in at surcharge and discount, and amounts of a discount are taken off."
     },
     "type": "string",
     "enum": [
      "surcharge",
      "discount"
     ]
    },
    "services": {
     "title": "只用于这些服务",
     "description": "不写就是全部服务。",
     "x-en": {
      "title": "Only for these services",
      "description": "All services when left out."
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Id"
     },
     "minItems": 1,
     "uniqueItems": true
    },
    "when": {
     "title": "何时适用",
     "description": "不写就总是适用。",
     "x-en": {
      "title": "When",
      "description": "Always when left out."
     },
     "$ref": "#/$defs/Condition"
    },
    "apply": {
     "title": "怎么算",
     "x-en": {
      "title": "How much"
     },
     "oneOf": [
      {
       "title": "固定金额",
       "x-en": {
        "title": "Flat amount"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "flat"
        },
        "amount": {
         "title": "金额（分）",
         "x-en": {
          "title": "Amount (fen)"
         },
         "$ref": "#/$defs/Fen"
        }
       },
       "required": [
        "kind",
        "amount"
       ],
       "additionalProperties": false
      },
      {
       "title": "百分比",
       "x-en": {
        "title": "Percentage"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "percent"
        },
        "rate": {
         "title": "比例（万分比）",
         "x-en": {
          "title": "Rate (basis points)"
         },
         "$ref": "#/$defs/BasisPoints"
        },
        "of": {
         "title": "基数",
         "description": "这些阶段的金额之和；每条账目四舍五入到分一次。",
         "x-en": {
          "title": "Of",
          "description": "The sum of these phases; rounded half up to a fen once."
         },
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "base",
           "option",
           "addOn",
           "surcharge"
          ]
         },
         "minItems": 1,
         "uniqueItems": true
        }
       },
       "required": [
        "kind",
        "rate",
        "of"
       ],
       "additionalProperties": false
      }
     ]
    },
    "bestOf": {
     "title": "择优组",
     "description": "同组的折扣不叠加，取对顾客最优的一条。",
     "x-en": {
      "title": "Best-of group",
      "description": "Discounts of one group do not add up: the one best for the customer is taken."
     },
     "$ref": "#/$defs/Id"
    }
   },
   "required": [
    "id",
    "label",
    "phase",
    "apply"
   ],
   "additionalProperties": false
  },
  "Form": {
   "title": "登记表",
   "x-en": {
    "title": "Form"
   },
   "type": "object",
   "properties": {
    "id": {
     "title": "标识",
     "x-en": {
      "title": "Identifier"
     },
     "$ref": "#/$defs/Id"
    },
    "title": {
     "title": "标题",
     "x-en": {
      "title": "Title"
     },
     "$ref": "#/$defs/Text"
    },
    "fields": {
     "title": "字段",
     "x-en": {
      "title": "Fields"
     },
     "type": "array",
     "items": {
      "title": "字段",
      "x-en": {
       "title": "Field"
      },
      "type": "object",
      "properties": {
       "id": {
        "title": "标识",
        "description": "小写字母开头，只含字母和数字；条件里写作 answer.标识。",
        "x-en": {
         "title": "Identifier",
         "description": "Starts with a lower-case letter; letters and digits; answer.<id> in conditions."
        },
        "type": "string",
        "pattern": "^[a-z][A-Za-z0-9]{0,39}$"
       },
       "kind": {
        "title": "种类",
        "x-en": {
         "title": "Kind"
        },
        "type": "string",
        "enum": [
         "text",
         "longText",
         "number",
         "choice",
         "several",
         "date",
         "time",
         "phone",
         "personName",
         "rating",
         "consent",
         "note"
        ]
       },
       "label": {
        "title": "名称",
        "x-en": {
         "title": "Label"
        },
        "$ref": "#/$defs/Text"
       },
       "help": {
        "title": "说明",
        "x-en": {
         "title": "Help"
        },
        "$ref": "#/$defs/Text"
       },
       "placeholder": {
        "title": "输入提示",
        "x-en": {
         "title": "Placeholder"
        },
        "$ref": "#/$defs/Text"
       },
       "required": {
        "title": "必填",
        "x-en": {
         "title": "Required"
        },
        "type": "boolean",
        "default": false
       },
       "visibleWhen": {
        "title": "何时显示",
        "description": "不成立时不显示，已填的内容也不提交。",
        "x-en": {
         "title": "Visible when",
         "description": "Hidden otherwise, and what was filled in is not submitted."
        },
        "$ref": "#/$defs/Condition"
       },
       "requiredWhen": {
        "title": "何时必填",
        "x-en": {
         "title": "Required when"
        },
        "$ref": "#/$defs/Condition"
       },
       "minLength": {
        "title": "最少字数",
        "x-en": {
         "title": "Least length"
        },
        "type": "integer",
        "minimum": 0,
        "maximum": 5000
       },
       "maxLength": {
        "title": "最多字数",
        "x-en": {
         "title": "Greatest length"
        },
        "type": "integer",
        "minimum": 1,
        "maximum": 5000
       },
       "min": {
        "title": "最小值",
        "description": "数字的下限；多选的最少项数。",
        "x-en": {
         "title": "Minimum",
         "description": "Lower bound of a number; fewest items of several."
        },
        "type": "number"
       },
       "max": {
        "title": "最大值",
        "x-en": {
         "title": "Maximum"
        },
        "type": "number"
       },
       "integer": {
        "title": "只能是整数",
        "x-en": {
         "title": "Whole numbers only"
        },
        "type": "boolean"
       },
       "from": {
        "title": "最早日期",
        "x-en": {
         "title": "Earliest date"
        },
        "$ref": "#/$defs/Day"
       },
       "to": {
        "title": "最晚日期",
        "x-en": {
         "title": "Latest date"
        },
        "$ref": "#/$defs/Day"
       },
       "choices": {
        "title": "可选值",
        "x-en": {
         "title": "Choices"
        },
        "type": "array",
        "items": {
         "title": "可选值",
         "x-en": {
          "title": "Field choice"
         },
         "type": "object",
         "properties": {
          "id": {
           "title": "标识",
           "x-en": {
            "title": "Identifier"
           },
           "$ref": "#/$defs/Id"
          },
          "title": {
           "title": "名称",
           "x-en": {
            "title": "Title"
           },
           "$ref": "#/$defs/Text"
          }
         },
         "required": [
          "id",
          "title"
         ],
         "additionalProperties": false
        },
        "minItems": 1,
        "maxItems": 200
       },
       "text": {
        "title": "正文",
        "description": "说明(note)和同意(consent)显示的文字。",
        "x-en": {
         "title": "Text",
         "description": "What a note or a consent says."
        },
        "$ref": "#/$defs/Text"
       }
      },
      "required": [
       "id",
       "kind",
       "label"
      ],
      "additionalProperties": false
     },
     "minItems": 1,
     "maxItems": 100
    }
   },
   "required": [
    "id",
    "title",
    "fields"
   ],
   "additionalProperties": false
  },
  "Policies": {
   "title": "规则",
   "x-en": {
    "title": "Policies"
   },
   "type": "object",
   "properties": {
    "booking": {
     "title": "预约规则",
     "x-en": {
      "title": "Booking policy"
     },
     "type": "object",
     "properties": {
      "notice": {
       "title": "至少提前（分钟）",
       "x-en": {
        "title": "Notice (minutes)"
       },
       "$ref": "#/$defs/Minutes"
      },
      "horizon": {
       "title": "最多提前（天）",
       "x-en": {
        "title": "Horizon (days)"
       },
       "type": "integer",
       "minimum": 0,
       "maximum": 730
      },
      "step": {
       "title": "起始时间间隔（分钟）",
       "x-en": {
        "title": "Step of starts (minutes)"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 1440
      },
      "holdMinutes": {
       "title": "占位时长（分钟）",
       "description": "选好时间到付款，为顾客保留多久。",
       "x-en": {
        "title": "Hold (minutes)",
        "description": "How long a chosen time is kept until it is paid."
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 1440,
       "default": 15
      }
     },
     "required": [
      "notice",
      "horizon",
      "step"
     ],
     "additionalProperties": false
    },
    "payment": {
     "title": "付款规则",
     "x-en": {
      "title": "Payment policy"
     },
     "oneOf": [
      {
       "title": "全额",
       "x-en": {
        "title": "Full payment"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "full"
        }
       },
       "required": [
        "kind"
       ],
       "additionalProperties": false
      },
      {
       "title": "定金",
       "x-en": {
        "title": "Deposit payment"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "deposit"
        },
        "rate": {
         "title": "定金比例（万分比）",
         "description": "总额的几成现在付，其余到店付。",
         "x-en": {
          "title": "Rate (basis points)",
          "description": "The part of the total due now; the rest is paid in the shop."
         },
         "$ref": "#/$defs/BasisPoints",
         "maximum": 10000
        }
       },
       "required": [
        "kind",
        "rate"
       ],
       "additionalProperties": false
      },
      {
       "title": "到店付",
       "x-en": {
        "title": "On site payment"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "onSite"
        }
       },
       "required": [
        "kind"
       ],
       "additionalProperties": false
      }
     ]
    },
    "cancellation": {
     "title": "取消规则",
     "x-en": {
      "title": "Cancellation policy"
     },
     "type": "object",
     "properties": {
      "tiers": {
       "title": "退款档",
       "description": "从早到晚的退款比例；晚于最后一档不退。",
       "x-en": {
        "title": "Tiers",
        "description": "Refund by time left; nothing after the last tier."
       },
       "type": "array",
       "items": {
        "title": "退款档",
        "x-en": {
         "title": "Refund tier"
        },
        "type": "object",
        "properties": {
         "before": {
          "title": "开始前至少（分钟）",
          "x-en": {
           "title": "At least before the start (minutes)"
          },
          "$ref": "#/$defs/Minutes"
         },
         "refund": {
          "title": "退已付的（万分比）",
          "x-en": {
           "title": "Refund of what was paid (basis points)"
          },
          "$ref": "#/$defs/BasisPoints",
          "maximum": 10000
         }
        },
        "required": [
         "before",
         "refund"
        ],
        "additionalProperties": false
       },
       "maxItems": 20
      }
     },
     "required": [
      "tiers"
     ],
     "additionalProperties": false
    },
    "reschedule": {
     "title": "改期规则",
     "x-en": {
      "title": "Reschedule policy"
     },
     "type": "object",
     "properties": {
      "times": {
       "title": "可改次数",
       "x-en": {
        "title": "Times"
       },
       "type": "integer",
       "minimum": 0,
       "maximum": 20
      },
      "before": {
       "title": "开始前至少（分钟）",
       "x-en": {
        "title": "At least before the start (minutes)"
       },
       "$ref": "#/$defs/Minutes"
      }
     },
     "required": [
      "times",
      "before"
     ],
     "additionalProperties": false
    }
   },
   "additionalProperties": false
  },
  "Resource": {
   "title": "资源",
   "x-en": {
    "title": "Resource"
   },
   "type": "object",
   "properties": {
    "id": {
     "title": "标识",
     "x-en": {
      "title": "Identifier"
     },
     "$ref": "#/$defs/Id"
    },
    "kind": {
     "title": "种类",
     "description": "人、房间、场地、车辆或设备。资源不是登录账号。",
     "x-en": {
      "title": "Kind",
      "description": "A person, room, court, vehicle or piece of equipment; not a user account."
     },
     "type": "string",
     "enum": [
      "staff",
      "room",
      "court",
      "vehicle",
      "equipment"
     ]
    },
    "name": {
     "title": "名称",
     "x-en": {
      "title": "Name"
     },
     "$ref": "#/$defs/Text"
    },
    "level": {
     "title": "级别",
     "description": "级别列表里的标识。",
     "x-en": {
      "title": "Level",
      "description": "An identifier from the list of levels."
     },
     "$ref": "#/$defs/Id"
    },
    "tags": {
     "title": "能力标签",
     "description": "服务按标签找能做的资源。",
     "x-en": {
      "title": "Tags",
      "description": "Services look for resources by tag."
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Tag"
     },
     "uniqueItems": true,
     "maxItems": 100
    },
    "introduction": {
     "title": "介绍",
     "x-en": {
      "title": "Introduction"
     },
     "$ref": "#/$defs/Text"
    },
    "image": {
     "title": "头像",
     "x-en": {
      "title": "Portrait"
     },
     "$ref": "#/$defs/Image"
    },
    "schedule": {
     "title": "时间表",
     "description": "不写就跟店铺营业时间一样。",
     "x-en": {
      "title": "Schedule",
      "description": "The opening hours of the shop when left out."
     },
     "$ref": "#/$defs/Schedule"
    }
   },
   "required": [
    "id",
    "kind",
    "name"
   ],
   "additionalProperties": false
  },
  "Schedule": {
   "title": "时间表",
   "description": "一周里何时开放，以及哪些日子例外。夏令时切换的日子，墙上时间的意思不变。",
   "x-en": {
    "title": "Schedule",
    "description": "When it is open through a week, and which dates differ. Wall-clock times keep their meaning on a day whose offset changes."
   },
   "type": "object",
   "properties": {
    "weekly": {
     "title": "每周时段",
     "description": "每周重复的时段，当地墙上时间。",
     "x-en": {
      "title": "Weekly ranges",
      "description": "Ranges that repeat every week, in wall-clock time."
     },
     "type": "array",
     "items": {
      "title": "营业时段",
      "x-en": {
       "title": "Weekly range"
      },
      "type": "object",
      "properties": {
       "days": {
        "title": "星期",
        "x-en": {
         "title": "Weekdays"
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Weekday"
        },
        "minItems": 1,
        "uniqueItems": true
       },
       "from": {
        "title": "从",
        "x-en": {
         "title": "From"
        },
        "$ref": "#/$defs/WallTime"
       },
       "to": {
        "title": "到",
        "x-en": {
         "title": "To"
        },
        "$ref": "#/$defs/WallTime"
       }
      },
      "required": [
       "days",
       "from",
       "to"
      ],
      "additionalProperties": false
     },
     "maxItems": 100
    },
    "breaks": {
     "title": "休息",
     "description": "每天或某几天的休息，如午休。",
     "x-en": {
      "title": "Breaks",
      "description": "A pause every day or on some days, such as lunch."
     },
     "type": "array",
     "items": {
      "title": "休息时段",
      "x-en": {
       "title": "Break"
      },
      "type": "object",
      "properties": {
       "days": {
        "title": "星期",
        "description": "不写就是每天。",
        "x-en": {
         "title": "Weekdays",
         "description": "Every day when left out."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Weekday"
        },
        "minItems": 1,
        "uniqueItems": true
       },
       "from": {
        "title": "从",
        "x-en": {
         "title": "From"
        },
        "$ref": "#/$defs/WallTime"
       },
       "to": {
        "title": "到",
        "x-en": {
         "title": "To"
        },
        "$ref": "#/$defs/WallTime"
       }
      },
      "required": [
       "from",
       "to"
      ],
      "additionalProperties": false
     },
     "maxItems": 50
    },
    "exceptions": {
     "title": "例外日期",
     "description": "某几天不按每周时段：放假、关门、加班。",
     "x-en": {
      "title": "Dated exceptions",
      "description": "Days that differ from the week: holidays, closures, extra hours."
     },
     "type": "array",
     "items": {
      "title": "例外",
      "x-en": {
       "title": "Dated exception"
      },
      "type": "object",
      "properties": {
       "from": {
        "title": "首日",
        "x-en": {
         "title": "First day"
        },
        "$ref": "#/$defs/Day"
       },
       "to": {
        "title": "末日",
        "description": "不写就是只有一天；含这一天。",
        "x-en": {
         "title": "Last day",
         "description": "Inclusive; one day when left out."
        },
        "$ref": "#/$defs/Day"
       },
       "open": {
        "title": "当日时段",
        "description": "代替每周时段；空表示关门。",
        "x-en": {
         "title": "Ranges of the day",
         "description": "Replaces the weekly ranges; empty means closed."
        },
        "type": "array",
        "items": {
         "title": "时段",
         "x-en": {
          "title": "Day range"
         },
         "type": "object",
         "properties": {
          "from": {
           "title": "从",
           "x-en": {
            "title": "From"
           },
           "$ref": "#/$defs/WallTime"
          },
          "to": {
           "title": "到",
           "x-en": {
            "title": "To"
           },
           "$ref": "#/$defs/WallTime"
          }
         },
         "required": [
          "from",
          "to"
         ],
         "additionalProperties": false
        },
        "maxItems": 10
       },
       "reason": {
        "title": "说明",
        "description": "顾客会看到。",
        "x-en": {
         "title": "Reason",
         "description": "Shown to customers."
        },
        "$ref": "#/$defs/Text"
       }
      },
      "required": [
       "from",
       "open"
      ],
      "additionalProperties": false
     },
     "maxItems": 400
    }
   },
   "required": [
    "weekly"
   ],
   "additionalProperties": false
  },
  "Service": {
   "title": "服务",
   "x-en": {
    "title": "Service"
   },
   "type": "object",
   "properties": {
    "id": {
     "title": "标识",
     "x-en": {
      "title": "Identifier"
     },
     "$ref": "#/$defs/Id"
    },
    "title": {
     "title": "名称",
     "x-en": {
      "title": "Title"
     },
     "$ref": "#/$defs/Text"
    },
    "mode": {
     "title": "方式",
     "description": "appointment：顾客在资源的日历上选开始时间。",
     "x-en": {
      "title": "Mode",
      "description": "appointment: the customer chooses a start on the calendars of resources."
     },
     "type": "string",
     "enum": [
      "appointment"
     ]
    },
    "category": {
     "title": "分类",
     "description": "分类列表里的标识。",
     "x-en": {
      "title": "Category",
      "description": "An identifier from the list of categories."
     },
     "$ref": "#/$defs/Id"
    },
    "summary": {
     "title": "一句话介绍",
     "x-en": {
      "title": "Summary"
     },
     "$ref": "#/$defs/Text"
    },
    "description": {
     "title": "详细介绍",
     "x-en": {
      "title": "Description"
     },
     "$ref": "#/$defs/Text"
    },
    "image": {
     "title": "图片",
     "x-en": {
      "title": "Image"
     },
     "$ref": "#/$defs/Image"
    },
    "duration": {
     "title": "时长（分钟）",
     "x-en": {
      "title": "Duration (minutes)"
     },
     "type": "integer",
     "minimum": 5,
     "maximum": 1440
    },
    "buffer": {
     "title": "前后缓冲",
     "description": "每单前后占用资源的时间，如打扫；可以越过下班和休息，但不能碰到别的预约。",
     "x-en": {
      "title": "Buffer time",
      "description": "Time that also occupies the resource, such as cleaning; it may run past closing and into a break, never into another booking."
     },
     "type": "object",
     "properties": {
      "before": {
       "title": "之前（分钟）",
       "x-en": {
        "title": "Before (minutes)"
       },
       "$ref": "#/$defs/Minutes",
       "default": 0
      },
      "after": {
       "title": "之后（分钟）",
       "x-en": {
        "title": "After (minutes)"
       },
       "$ref": "#/$defs/Minutes",
       "default": 0
      }
     },
     "additionalProperties": false
    },
    "requirements": {
     "title": "需要的资源",
     "description": "一次预约占用哪些资源。",
     "x-en": {
      "title": "Requirements",
      "description": "Which resources a booking claims."
     },
     "type": "array",
     "items": {
      "title": "资源要求",
      "x-en": {
       "title": "Requirement"
      },
      "type": "object",
      "properties": {
       "role": {
        "title": "角色",
        "x-en": {
         "title": "Role"
        },
        "$ref": "#/$defs/Id"
       },
       "title": {
        "title": "角色名称",
        "x-en": {
         "title": "Role title"
        },
        "$ref": "#/$defs/Text"
       },
       "kind": {
        "title": "资源种类",
        "x-en": {
         "title": "Kind of resource"
        },
        "type": "string",
        "enum": [
         "staff",
         "room",
         "court",
         "vehicle",
         "equipment"
        ]
       },
       "tags": {
        "title": "必须具备的标签",
        "x-en": {
         "title": "Tags it must have"
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Tag"
        },
        "uniqueItems": true,
        "maxItems": 20
       },
       "choice": {
        "title": "谁来选",
        "description": "customer：顾客可指定，也可以任意；any：系统公平分配。",
        "x-en": {
         "title": "Who chooses",
         "description": "customer: the customer may name one, or take any; any: the system assigns fairly."
        },
        "type": "string",
        "enum": [
         "customer",
         "any"
        ],
        "default": "customer"
       }
      },
      "required": [
       "role",
       "title",
       "kind"
      ],
      "additionalProperties": false
     },
     "minItems": 1,
     "maxItems": 10
    },
    "offerings": {
     "title": "价目",
     "description": "带价格的版本，如按发型师级别。",
     "x-en": {
      "title": "Offerings",
      "description": "Priced variants, such as by level of the stylist."
     },
     "type": "array",
     "items": {
      "title": "价目项",
      "x-en": {
       "title": "Offering"
      },
      "type": "object",
      "properties": {
       "id": {
        "title": "标识",
        "x-en": {
         "title": "Identifier"
        },
        "$ref": "#/$defs/Id"
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text"
       },
       "price": {
        "title": "价格（分）",
        "x-en": {
         "title": "Price (fen)"
        },
        "$ref": "#/$defs/Fen"
       },
       "duration": {
        "title": "时长（分钟）",
        "description": "不写就用服务的时长。",
        "x-en": {
         "title": "Duration (minutes)",
         "description": "The duration of the service when left out."
        },
        "type": "integer",
        "minimum": 5,
        "maximum": 1440
       },
       "level": {
        "title": "限定级别",
        "description": "只由这个级别的资源提供（按服务的第一项资源要求）；任意分配时，由分到的资源的级别决定价目。",
        "x-en": {
         "title": "Level",
         "description": "Given only by resources of this level (of the first requirement); when any is assigned, the level of the one assigned decides the offering."
        },
        "$ref": "#/$defs/Id"
       }
      },
      "required": [
       "id",
       "title",
       "price"
      ],
      "additionalProperties": false
     },
     "minItems": 1,
     "maxItems": 50
    },
    "options": {
     "title": "选项",
     "description": "下单必须选一项的选项，如头发长度。",
     "x-en": {
      "title": "Options",
      "description": "Each needs one choice, such as the length of the hair."
     },
     "type": "array",
     "items": {
      "title": "选项",
      "x-en": {
       "title": "Option"
      },
      "type": "object",
      "properties": {
       "id": {
        "title": "标识",
        "x-en": {
         "title": "Identifier"
        },
        "$ref": "#/$defs/Id"
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text"
       },
       "choices": {
        "title": "可选值",
        "x-en": {
         "title": "Choices"
        },
        "type": "array",
        "items": {
         "title": "选项值",
         "x-en": {
          "title": "Option choice"
         },
         "type": "object",
         "properties": {
          "id": {
           "title": "标识",
           "x-en": {
            "title": "Identifier"
           },
           "$ref": "#/$defs/Id"
          },
          "title": {
           "title": "名称",
           "x-en": {
            "title": "Title"
           },
           "$ref": "#/$defs/Text"
          },
          "price": {
           "title": "加价（分）",
           "x-en": {
            "title": "Extra price (fen)"
           },
           "$ref": "#/$defs/Fen",
           "default": 0
          },
          "minutes": {
           "title": "增加的分钟数",
           "x-en": {
            "title": "Extra minutes"
           },
           "$ref": "#/$defs/Minutes",
           "default": 0
          }
         },
         "required": [
          "id",
          "title"
         ],
         "additionalProperties": false
        },
        "minItems": 1,
        "maxItems": 30
       }
      },
      "required": [
       "id",
       "title",
       "choices"
      ],
      "additionalProperties": false
     },
     "maxItems": 10
    },
    "addOns": {
     "title": "可加项目",
     "description": "加项列表里的标识。",
     "x-en": {
      "title": "Add-ons",
      "description": "Identifiers from the list of add-ons."
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Id"
     },
     "uniqueItems": true,
     "maxItems": 50
    },
    "form": {
     "title": "登记表",
     "x-en": {
      "title": "Form"
     },
     "$ref": "#/$defs/Id"
    },
    "policies": {
     "title": "本服务的规则",
     "description": "写了哪一项，就整项代替店铺的同名规则。",
     "x-en": {
      "title": "Policies of this service",
      "description": "Each policy given here replaces the policy of that name of the shop whole."
     },
     "$ref": "#/$defs/Policies"
    }
   },
   "required": [
    "id",
    "title",
    "mode",
    "duration",
    "requirements",
    "offerings",
    "form"
   ],
   "additionalProperties": false
  }
 }
}
