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
   "maxLength": 500,
   "examples": [
    "./shop.schema.json"
   ]
  },
  "id": {
   "title": "标识",
   "x-en": {
    "title": "Identifier"
   },
   "$ref": "#/$defs/Id",
   "examples": [
    "qingsi"
   ]
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
     "$ref": "#/$defs/Text",
     "examples": [
      "青丝造型"
     ]
    },
    "tagline": {
     "title": "一句话",
     "x-en": {
      "title": "Tagline"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "好好剪一次头发"
     ]
    },
    "description": {
     "title": "介绍",
     "x-en": {
      "title": "Description"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "三位发型师，一对一服务。"
     ]
    },
    "image": {
     "title": "横幅图片",
     "x-en": {
      "title": "Banner"
     },
     "$ref": "#/$defs/Image",
     "examples": [
      "illustration:salon"
     ]
    },
    "phone": {
     "title": "电话",
     "x-en": {
      "title": "Phone"
     },
     "type": "string",
     "pattern": "^[+0-9][0-9 -]{4,24}$",
     "examples": [
      "021-5555 0188"
     ]
    },
    "address": {
     "title": "地址",
     "x-en": {
      "title": "Address"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "上海市徐汇区安福路 1 号"
     ]
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
       "maximum": 90,
       "examples": [
        31.2143
       ]
      },
      "longitude": {
       "title": "经度",
       "x-en": {
        "title": "Longitude"
       },
       "type": "number",
       "minimum": -180,
       "maximum": 180,
       "examples": [
        121.4431
       ]
      }
     },
     "required": [
      "latitude",
      "longitude"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "latitude": 31.2143,
       "longitude": 121.4431
      }
     ]
    },
    "notice": {
     "title": "公告",
     "x-en": {
      "title": "Notice"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "每周二休息"
     ]
    },
    "operator": {
     "title": "经营主体",
     "description": "协议和隐私页上的公司或个体名称。",
     "x-en": {
      "title": "Operator",
      "description": "The company named on the agreement and privacy pages."
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "上海青丝造型有限公司"
     ]
    }
   },
   "required": [
    "name"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "name": "青丝造型",
     "tagline": "好好剪一次头发",
     "phone": "021-5555 0188",
     "address": "上海市徐汇区安福路 1 号"
    }
   ]
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
   "maxLength": 60,
   "examples": [
    "Asia/Shanghai"
   ]
  },
  "currency": {
   "title": "货币",
   "x-en": {
    "title": "Currency"
   },
   "type": "string",
   "enum": [
    "CNY"
   ],
   "examples": [
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
   "uniqueItems": true,
   "examples": [
    [
     "zh-CN",
     "en"
    ]
   ]
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
     "pattern": "^#[0-9a-fA-F]{6}$",
     "examples": [
      "#2F6B5E"
     ]
    },
    "look": {
     "title": "风格",
     "description": "calm：圆角与柔和的卡片；crisp：直线、方角、紧凑、字重分明；warm：大图、宽松的字、带主色的底。",
     "x-en": {
      "title": "Look",
      "description": "calm: soft cards and rounded shapes; crisp: flat lines, square corners, dense, strong type; warm: large pictures, generous type, tinted surfaces."
     },
     "enum": [
      "calm",
      "crisp",
      "warm"
     ],
     "default": "calm",
     "examples": [
      "warm"
     ]
    },
    "appearance": {
     "title": "明暗",
     "description": "顾客第一次打开时的明暗：system 跟随手机，light 浅色，dark 深色。顾客可以在“我的”里改。",
     "x-en": {
      "title": "Light or dark",
      "description": "What a customer sees at first: system follows the phone, light, dark. Customers can change it in Me."
     },
     "enum": [
      "system",
      "light",
      "dark"
     ],
     "default": "system",
     "examples": [
      "system"
     ]
    }
   },
   "required": [
    "accent"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "accent": "#2F6B5E",
     "look": "calm",
     "appearance": "system"
    }
   ]
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
      "$ref": "#/$defs/Id",
      "examples": [
       "senior"
      ]
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text",
      "examples": [
       "资深"
      ]
     }
    },
    "required": [
     "id",
     "title"
    ],
    "additionalProperties": false
   },
   "maxItems": 50,
   "examples": [
    [
     {
      "id": "senior",
      "title": "资深"
     }
    ]
   ]
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
      "$ref": "#/$defs/Id",
      "examples": [
       "gold"
      ]
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text",
      "examples": [
       "金卡会员"
      ]
     }
    },
    "required": [
     "id",
     "title"
    ],
    "additionalProperties": false
   },
   "maxItems": 20,
   "examples": [
    [
     {
      "id": "gold",
      "title": "金卡会员"
     }
    ]
   ]
  },
  "entitlements": {
   "title": "权益",
   "description": "顾客可以持有的次卡、会员和储值：由带 grants 的价目售出，或由店铺发放。",
   "x-en": {
    "title": "Entitlements",
    "description": "Passes, memberships and stored value that customers hold: sold by an offering with `grants`, or given by the shop."
   },
   "type": "array",
   "items": {
    "title": "权益",
    "x-en": {
     "title": "Entitlement"
    },
    "type": "object",
    "properties": {
     "id": {
      "title": "标识",
      "x-en": {
       "title": "Identifier"
      },
      "$ref": "#/$defs/Id",
      "examples": [
       "ten-visits"
      ]
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text",
      "examples": [
       "十次卡"
      ]
     },
     "description": {
      "title": "说明",
      "x-en": {
       "title": "Description"
      },
      "$ref": "#/$defs/Text",
      "examples": [
       "一年内有效"
      ]
     },
     "kind": {
      "title": "种类",
      "description": "pass：次卡；membership：会员等级；storedValue：储值。",
      "x-en": {
       "title": "Kind",
       "description": "pass: a number of visits; membership: a level; storedValue: money kept."
      },
      "type": "string",
      "enum": [
       "pass",
       "membership",
       "storedValue"
      ],
      "examples": [
       "pass"
      ]
     },
     "uses": {
      "title": "几次",
      "description": "pass 用：每个名额用一次；per 为 time 时，每个名额每段时间用一次。",
      "x-en": {
       "title": "Uses",
       "description": "For pass: one for each place; with per time, one for each place and stretch of time."
      },
      "type": "integer",
      "minimum": 1,
      "maximum": 10000,
      "examples": [
       10
      ]
     },
     "per": {
      "title": "一次抵",
      "description": "pass 用。place：一个名额，不论多久；time：一个名额的一段时间，不足一段也算一次。按时间定价的，次数不够就抵够几段算几段，其余照付；别的价格要么整个名额抵掉，要么不抵。",
      "x-en": {
       "title": "A use pays for",
       "description": "For pass. place: a place, however long; time: a stretch of time of a place, and one begun takes a use too. Where the price is by time, a pass with too few uses pays for as many stretches as it has; any other price is paid whole for a place, or not at all."
      },
      "type": "string",
      "enum": [
       "place",
       "time"
      ],
      "default": "place",
      "examples": [
       "time"
      ]
     },
     "unitMinutes": {
      "title": "一段几分钟",
      "description": "per 为 time 时用。",
      "x-en": {
       "title": "Minutes of a stretch",
       "description": "With per time."
      },
      "type": "integer",
      "minimum": 5,
      "maximum": 1440,
      "default": 60,
      "examples": [
       30
      ]
     },
     "value": {
      "title": "面值（分）",
      "description": "storedValue 用；可大于售价。",
      "x-en": {
       "title": "Value (fen)",
       "description": "For storedValue; may be more than its price."
      },
      "$ref": "#/$defs/Fen",
      "examples": [
       120000
      ]
     },
     "membership": {
      "title": "会员等级",
      "description": "membership 用：会员等级列表里的标识。",
      "x-en": {
       "title": "Membership",
       "description": "For membership: an identifier from the list of memberships."
      },
      "$ref": "#/$defs/Id",
      "examples": [
       "gold"
      ]
     },
     "validDays": {
      "title": "有效几天",
      "description": "不写就不过期。",
      "x-en": {
       "title": "Days of validity",
       "description": "For good when left out."
      },
      "type": "integer",
      "minimum": 1,
      "maximum": 36500,
      "examples": [
       365
      ]
     },
     "services": {
      "title": "可用于",
      "description": "不写就是全部。",
      "x-en": {
       "title": "Services",
       "description": "All when left out."
      },
      "type": "array",
      "items": {
       "$ref": "#/$defs/Id"
      },
      "maxItems": 500,
      "uniqueItems": true,
      "examples": [
       [
        "yoga"
       ]
      ]
     },
     "covers": {
      "title": "抵哪些",
      "description": "pass 用：抵掉每个名额这些阶段的金额。",
      "x-en": {
       "title": "Covers",
       "description": "For pass: takes off the sums of these phases for each place."
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
      "maxItems": 4,
      "minItems": 1,
      "uniqueItems": true,
      "examples": [
       [
        "base",
        "option"
       ]
      ]
     }
    },
    "required": [
     "id",
     "title",
     "kind"
    ],
    "additionalProperties": false,
    "examples": [
     {
      "id": "ten-visits",
      "title": "十次卡",
      "kind": "pass",
      "uses": 10,
      "validDays": 365
     },
     {
      "id": "ten-hours",
      "title": "十小时卡",
      "kind": "pass",
      "uses": 10,
      "per": "time",
      "unitMinutes": 60
     },
     {
      "id": "wallet",
      "title": "储值",
      "kind": "storedValue",
      "value": 120000
     },
     {
      "id": "gold-card",
      "title": "金卡",
      "kind": "membership",
      "membership": "gold"
     }
    ]
   },
   "maxItems": 100,
   "examples": [
    [
     {
      "id": "ten-visits",
      "title": "十次卡",
      "kind": "pass",
      "uses": 10,
      "validDays": 365,
      "services": [
       "yoga"
      ]
     }
    ]
   ]
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
      "$ref": "#/$defs/Id",
      "examples": [
       "cutting"
      ]
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text",
      "examples": [
       "剪发"
      ]
     }
    },
    "required": [
     "id",
     "title"
    ],
    "additionalProperties": false
   },
   "maxItems": 50,
   "examples": [
    [
     {
      "id": "cutting",
      "title": "剪发"
     }
    ]
   ]
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
   "maxItems": 500,
   "examples": [
    [
     {
      "id": "stylist-1",
      "kind": "staff",
      "name": "1号",
      "tags": [
       "cut"
      ]
     }
    ]
   ]
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
      "$ref": "#/$defs/Id",
      "examples": [
       "care"
      ]
     },
     "title": {
      "title": "名称",
      "x-en": {
       "title": "Title"
      },
      "$ref": "#/$defs/Text",
      "examples": [
       "护发"
      ]
     },
     "price": {
      "title": "价格（分）",
      "x-en": {
       "title": "Price (fen)"
      },
      "$ref": "#/$defs/Fen",
      "examples": [
       6800
      ]
     },
     "minutes": {
      "title": "增加的分钟数",
      "x-en": {
       "title": "Extra minutes"
      },
      "$ref": "#/$defs/Minutes",
      "default": 0,
      "examples": [
       15
      ]
     },
     "max": {
      "title": "最多几份",
      "x-en": {
       "title": "At most"
      },
      "type": "integer",
      "minimum": 1,
      "maximum": 999,
      "default": 9,
      "examples": [
       3
      ]
     }
    },
    "required": [
     "id",
     "title",
     "price"
    ],
    "additionalProperties": false
   },
   "maxItems": 200,
   "examples": [
    [
     {
      "id": "care",
      "title": "护发",
      "price": 6800
     }
    ]
   ]
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
     "$ref": "#/$defs/Text",
     "examples": [
      "……"
     ]
    },
    "privacy": {
     "title": "隐私说明",
     "x-en": {
      "title": "Privacy notice"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "……"
     ]
    }
   },
   "additionalProperties": false,
   "examples": [
    {
     "agreement": "……"
    }
   ]
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
     "$ref": "#/$defs/Text",
     "examples": [
      "让熟客自己选时间，少接电话。"
     ]
    },
    "forWhom": {
     "title": "给谁用",
     "x-en": {
      "title": "For whom"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "附近的上班族和老顾客"
     ]
    },
    "scope": {
     "title": "做到哪里",
     "x-en": {
      "title": "Scope"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "预约、登记、付款、取消"
     ]
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
     "maxItems": 20,
     "examples": [
      [
       "一个月内一半预约来自小程序"
      ]
     ]
    }
   },
   "additionalProperties": false,
   "examples": [
    {
     "why": "让熟客自己选时间，少接电话。",
     "measures": [
      "一个月内一半预约来自小程序"
     ]
    }
   ]
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
     "pattern": "^wx[0-9a-f]{16}$",
     "examples": [
      "wx0123456789abcdef"
     ]
    },
    "apiBase": {
     "title": "接口地址",
     "description": "小程序正式版访问的 https 地址。",
     "x-en": {
      "title": "API address",
      "description": "The https address the released mini-program talks to."
     },
     "type": "string",
     "pattern": "^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$",
     "examples": [
      "https://api.example.com"
     ]
    },
    "messages": {
     "title": "订阅消息",
     "description": "微信公众平台里选用的模板：哪些事发生时发，每个栏目填什么。顾客同意一次，可发一次。",
     "x-en": {
      "title": "Subscribe messages",
      "description": "Templates chosen in WeChat’s console: on which events one is sent, and what each of its fields holds. One consent of the customer allows one message."
     },
     "type": "array",
     "maxItems": 10,
     "items": {
      "title": "消息",
      "x-en": {
       "title": "Message"
      },
      "type": "object",
      "properties": {
       "template": {
        "title": "模板 ID",
        "x-en": {
         "title": "Template id"
        },
        "type": "string",
        "pattern": "^[A-Za-z0-9_-]{10,64}$",
        "examples": [
         "Bk7xq2tXr0Vd1sZ3mF8aQpYw"
        ]
       },
       "events": {
        "title": "何时发",
        "x-en": {
         "title": "Events"
        },
        "type": "array",
        "items": {
         "type": "string",
         "enum": [
          "order.awaiting_approval",
          "order.approved",
          "order.rejected",
          "order.confirmed",
          "order.expired",
          "order.cancelled",
          "order.partly_cancelled",
          "order.rescheduled",
          "order.transferred",
          "order.balance_due",
          "order.balance_overdue",
          "order.completed",
          "order.no_show",
          "refund.succeeded",
          "invoice.issued",
          "entitlement.granted",
          "reminder.due",
          "waitlist.joined",
          "waitlist.offered",
          "waitlist.lapsed",
          "waitlist.booked"
         ]
        },
        "minItems": 1,
        "uniqueItems": true,
        "examples": [
         [
          "order.confirmed"
         ]
        ]
       },
       "fields": {
        "title": "栏目",
        "description": "模板的栏目名（如 thing1、time2）和填的内容：status 状态，service 服务，time 时间，place 地点，amount 金额，number 订单号，next 下一步。",
        "x-en": {
         "title": "Fields",
         "description": "Names of the template’s fields (thing1, time2) and what they hold: status, service, time, place, amount, number, next."
        },
        "type": "object",
        "propertyNames": {
         "pattern": "^[a-z_]+[0-9]{1,2}$"
        },
        "additionalProperties": {
         "type": "string",
         "enum": [
          "status",
          "service",
          "time",
          "place",
          "amount",
          "number",
          "next"
         ]
        },
        "minProperties": 1,
        "maxProperties": 5,
        "examples": [
         {
          "thing1": "service",
          "time2": "time",
          "phrase3": "status"
         }
        ]
       }
      },
      "required": [
       "template",
       "events",
       "fields"
      ],
      "additionalProperties": false
     }
    }
   },
   "additionalProperties": false,
   "examples": [
    {
     "appid": "wx0123456789abcdef",
     "apiBase": "https://api.example.com"
    }
   ]
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
   "pattern": "^[a-z][a-z0-9-]{0,39}$",
   "examples": [
    "cut"
   ]
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
       "maxLength": 4000,
       "examples": [
        "青丝造型"
       ]
      },
      "en": {
       "title": "英文",
       "x-en": {
        "title": "English"
       },
       "type": "string",
       "minLength": 1,
       "maxLength": 4000,
       "examples": [
        "Qingsi Hair"
       ]
      }
     },
     "required": [
      "zh-CN"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "zh-CN": "青丝造型",
       "en": "Qingsi Hair"
      }
     ]
    }
   ],
   "examples": [
    "青丝造型",
    {
     "zh-CN": "青丝造型",
     "en": "Qingsi Hair"
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
   "maximum": 100000000,
   "examples": [
    8800
   ]
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
   "maximum": 100000,
   "examples": [
    1000
   ]
  },
  "Minutes": {
   "title": "分钟数",
   "x-en": {
    "title": "Minutes"
   },
   "type": "integer",
   "minimum": 0,
   "maximum": 527040,
   "examples": [
    120
   ]
  },
  "Day": {
   "title": "日期",
   "description": "店铺所在地的日期，如 2026-12-02。",
   "x-en": {
    "title": "Date",
    "description": "A date at the shop, such as 2026-12-02."
   },
   "type": "string",
   "format": "date",
   "examples": [
    "2026-12-02"
   ]
  },
  "WallTime": {
   "title": "时刻",
   "description": "店铺当地墙上的时间，如 09:30；一天的终点可写 24:00。",
   "x-en": {
    "title": "Time of day",
    "description": "Wall-clock time at the shop, such as 09:30; the end of a day may be 24:00."
   },
   "type": "string",
   "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
   "examples": [
    "09:30"
   ]
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
   ],
   "examples": [
    "sat"
   ]
  },
  "Tag": {
   "title": "标签",
   "x-en": {
    "title": "Tag"
   },
   "type": "string",
   "pattern": "^[a-z][a-z0-9-]{0,39}$",
   "examples": [
    "colour"
   ]
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
   "pattern": "^(illustration:[a-z][a-z0-9-]{0,39}|https://[^\\s\"'<>\\\\]+)$",
   "examples": [
    "illustration:salon",
    "https://example.com/a.jpg"
   ]
  },
  "Moment": {
   "title": "当地时刻",
   "description": "店铺所在地的日期和时刻，如 2026-12-01T10:00；作为截止时含这一分钟。",
   "x-en": {
    "title": "Wall-clock moment",
    "description": "A day and a time at the shop, such as 2026-12-01T10:00; as a deadline, that minute is included."
   },
   "type": "string",
   "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$",
   "examples": [
    "2026-12-01T10:00"
   ]
  },
  "Eligibility": {
   "title": "资格",
   "x-en": {
    "title": "Eligibility"
   },
   "type": "object",
   "properties": {
    "id": {
     "title": "标识",
     "x-en": {
      "title": "Identifier"
     },
     "$ref": "#/$defs/Id",
     "examples": [
      "grown"
     ]
    },
    "when": {
     "title": "条件",
     "description": "成立才能报。",
     "x-en": {
      "title": "Condition",
      "description": "Must hold, or the booking is refused."
     },
     "$ref": "#/$defs/Condition"
    },
    "each": {
     "title": "逐人判断",
     "description": "对每位参加者（每个名额）分别判断；能用 participant.* 的事实。",
     "x-en": {
      "title": "For each participant",
      "description": "Looked at for each participant (place); facts participant.* may be used."
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    },
    "field": {
     "title": "指向的字段",
     "description": "不成立时在登记表哪一项标出。",
     "x-en": {
      "title": "Field it points to",
      "description": "The field of the form where the refusal is shown."
     },
     "type": "string",
     "pattern": "^[a-z][A-Za-z0-9]{0,39}$",
     "examples": [
      "born"
     ]
    },
    "message": {
     "title": "不成立时的说明",
     "description": "顾客会看到。",
     "x-en": {
      "title": "Message when it does not hold",
      "description": "Shown to customers."
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "要满 18 岁"
     ]
    }
   },
   "required": [
    "id",
    "when",
    "message"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "id": "grown",
     "each": true,
     "when": {
      "fact": "participant.age",
      "op": "gte",
      "value": 18
     },
     "field": "born",
     "message": "要满 18 岁"
    }
   ]
  },
  "Due": {
   "title": "何时付",
   "description": "写其中一项。",
   "x-en": {
    "title": "Due",
    "description": "One of the three."
   },
   "type": "object",
   "properties": {
    "at": {
     "title": "到这个时刻",
     "x-en": {
      "title": "By this moment"
     },
     "$ref": "#/$defs/Moment",
     "examples": [
      "2027-03-01T23:59"
     ]
    },
    "before": {
     "title": "开始前（分钟）",
     "x-en": {
      "title": "Minutes before the start"
     },
     "$ref": "#/$defs/Minutes",
     "examples": [
      1440
     ]
    },
    "after": {
     "title": "下单后（分钟）",
     "x-en": {
      "title": "Minutes after the order"
     },
     "$ref": "#/$defs/Minutes",
     "examples": [
      4320
     ]
    }
   },
   "additionalProperties": false,
   "examples": [
    {
     "at": "2027-03-01T23:59"
    },
    {
     "before": 1440
    },
    {
     "after": 4320
    }
   ]
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
       "maxItems": 50,
       "examples": [
        [
         {
          "fact": "customer.visits",
          "op": "eq",
          "value": 0
         },
         {
          "fact": "amount.beforeDiscounts",
          "op": "gte",
          "value": 10000
         }
        ]
       ]
      }
     },
     "required": [
      "all"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "all": [
        {
         "fact": "customer.visits",
         "op": "eq",
         "value": 0
        },
        {
         "fact": "amount.beforeDiscounts",
         "op": "gte",
         "value": 10000
        }
       ]
      }
     ]
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
       "maxItems": 50,
       "examples": [
        [
         {
          "fact": "answer.zone",
          "op": "eq",
          "value": "outer"
         },
         {
          "fact": "start.time",
          "op": "gte",
          "value": "18:00"
         }
        ]
       ]
      }
     },
     "required": [
      "any"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "any": [
        {
         "fact": "answer.zone",
         "op": "eq",
         "value": "outer"
        },
        {
         "fact": "start.time",
         "op": "gte",
         "value": "18:00"
        }
       ]
      }
     ]
    },
    {
     "title": "不成立",
     "x-en": {
      "title": "Negation"
     },
     "type": "object",
     "properties": {
      "not": {
       "$ref": "#/$defs/Condition",
       "examples": [
        {
         "fact": "customer.membership",
         "op": "given"
        }
       ]
      }
     },
     "required": [
      "not"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "not": {
        "fact": "customer.membership",
        "op": "given"
       }
      }
     ]
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
       "pattern": "^[a-z][A-Za-z]*(\\.[A-Za-z][A-Za-z0-9-]*)*$",
       "examples": [
        "start.weekday",
        "answer.zone"
       ]
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
       ],
       "examples": [
        "in"
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
       ],
       "examples": [
        [
         "sat",
         "sun"
        ],
        18,
        "outer"
       ]
      }
     },
     "required": [
      "fact",
      "op"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "fact": "start.weekday",
       "op": "in",
       "value": [
        "sat",
        "sun"
       ]
      }
     ]
    }
   ],
   "examples": [
    {
     "fact": "start.weekday",
     "op": "in",
     "value": [
      "sat",
      "sun"
     ]
    },
    {
     "all": [
      {
       "fact": "customer.visits",
       "op": "eq",
       "value": 0
      },
      {
       "fact": "amount.beforeDiscounts",
       "op": "gte",
       "value": 10000
      }
     ]
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
     "$ref": "#/$defs/Id",
     "examples": [
      "weekend"
     ]
    },
    "label": {
     "title": "名称",
     "description": "账单上的名字。",
     "x-en": {
      "title": "Label",
      "description": "Its name on the bill."
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "周末加价"
     ]
    },
    "phase": {
     "title": "阶段",
     "description": "按 base → option → addOn → surcharge → discount → coupon → entitlement → rounding 的次序计算；discount 和 coupon 的金额是减，rounding 只用 round。",
     "x-en": {
      "title": "Phase",
      "description": "Computed in the order base → option → addOn → surcharge → discount → coupon → entitlement → rounding; amounts of discount and coupon are taken off; rounding takes only round."
     },
     "type": "string",
     "enum": [
      "base",
      "surcharge",
      "discount",
      "coupon",
      "rounding"
     ],
     "examples": [
      "surcharge"
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
     "uniqueItems": true,
     "examples": [
      [
       "cut",
       "dye"
      ]
     ]
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
      "title": "How it is worked out"
     },
     "oneOf": [
      {
       "title": "固定金额",
       "description": "一单（逐人计算时每人）加减同样的金额。",
       "x-en": {
        "title": "Flat",
        "description": "The same amount for every order (for each place where `each` is set)."
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
         "$ref": "#/$defs/Fen",
         "examples": [
          2000
         ]
        }
       },
       "required": [
        "kind",
        "amount"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "flat",
         "amount": 2000
        }
       ]
      },
      {
       "title": "百分比",
       "description": "这些阶段的金额之和的百分之几；每条账目四舍五入到分一次。",
       "x-en": {
        "title": "Percentage",
        "description": "A share of the sum of these phases; rounded half up to a fen once per line."
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
         "title": "比例（万分之一）",
         "x-en": {
          "title": "Rate (basis points)"
         },
         "$ref": "#/$defs/BasisPoints",
         "examples": [
          1000
         ]
        },
        "of": {
         "title": "按哪些阶段的金额",
         "description": "只能是更早的阶段。",
         "x-en": {
          "title": "Of the sums of",
          "description": "Earlier phases only."
         },
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "base",
           "option",
           "addOn",
           "surcharge",
           "discount",
           "coupon"
          ]
         },
         "maxItems": 6,
         "minItems": 1,
         "uniqueItems": true,
         "examples": [
          [
           "base",
           "option"
          ]
         ]
        },
        "during": {
         "title": "按时间折算",
         "description": "只对落在这些时段里的那部分时间收取，按分钟折算。",
         "x-en": {
          "title": "Pro-rated by time",
          "description": "Charged only for the share of the time that lies in these ranges, by the minute."
         },
         "type": "array",
         "items": {
          "title": "时段",
          "x-en": {
           "title": "Time of day"
          },
          "type": "object",
          "properties": {
           "days": {
            "title": "星期几",
            "description": "不写就是每天。",
            "x-en": {
             "title": "Weekdays",
             "description": "Every day when left out."
            },
            "type": "array",
            "items": {
             "$ref": "#/$defs/Weekday"
            },
            "maxItems": 7,
            "minItems": 1,
            "uniqueItems": true,
            "examples": [
             [
              "sat",
              "sun"
             ]
            ]
           },
           "from": {
            "title": "从",
            "x-en": {
             "title": "From"
            },
            "$ref": "#/$defs/WallTime",
            "examples": [
             "18:00"
            ]
           },
           "to": {
            "title": "到",
            "x-en": {
             "title": "To"
            },
            "$ref": "#/$defs/WallTime",
            "examples": [
             "20:00"
            ]
           }
          },
          "required": [
           "from",
           "to"
          ],
          "additionalProperties": false
         },
         "maxItems": 20,
         "minItems": 1,
         "examples": [
          [
           {
            "from": "18:00",
            "to": "20:00"
           }
          ]
         ]
        }
       },
       "required": [
        "kind",
        "rate",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "percent",
         "rate": 1000,
         "of": [
          "base",
          "option"
         ]
        },
        {
         "kind": "percent",
         "rate": 2000,
         "of": [
          "base"
         ],
         "during": [
          {
           "from": "18:00",
           "to": "20:00"
          }
         ]
        }
       ]
      },
      {
       "title": "按人",
       "x-en": {
        "title": "Per person"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "perPerson"
        },
        "amount": {
         "title": "每人（分）",
         "x-en": {
          "title": "For each person (fen)"
         },
         "$ref": "#/$defs/Fen",
         "examples": [
          3000
         ]
        },
        "included": {
         "title": "几人以内不另收",
         "x-en": {
          "title": "People included"
         },
         "type": "integer",
         "minimum": 0,
         "maximum": 10000,
         "default": 0,
         "examples": [
          2
         ]
        }
       },
       "required": [
        "kind",
        "amount"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "perPerson",
         "amount": 3000,
         "included": 2
        }
       ]
      },
      {
       "title": "按数量",
       "x-en": {
        "title": "Per unit"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "perUnit"
        },
        "fact": {
         "title": "数量是",
         "description": "一个数字的事实，如 answer.area。",
         "x-en": {
          "title": "Quantity",
          "description": "A fact that is a number, such as answer.area."
         },
         "type": "string",
         "pattern": "^[a-z][A-Za-z]*(\\.[A-Za-z][A-Za-z0-9-]*)*$",
         "examples": [
          "answer.windows"
         ]
        },
        "amount": {
         "title": "每份（分）",
         "x-en": {
          "title": "For each unit (fen)"
         },
         "$ref": "#/$defs/Fen",
         "examples": [
          800
         ]
        },
        "unit": {
         "title": "一份是多少",
         "description": "不足一份算一份。",
         "x-en": {
          "title": "Size of a unit",
          "description": "A part of a unit counts as one."
         },
         "type": "number",
         "exclusiveMinimum": 0,
         "default": 1,
         "examples": [
          10
         ]
        },
        "included": {
         "title": "多少以内不另收",
         "x-en": {
          "title": "Included"
         },
         "type": "number",
         "minimum": 0,
         "default": 0,
         "examples": [
          20
         ]
        }
       },
       "required": [
        "kind",
        "fact",
        "amount"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "perUnit",
         "fact": "answer.windows",
         "amount": 800
        }
       ]
      },
      {
       "title": "按时长",
       "x-en": {
        "title": "Per duration"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "perDuration"
        },
        "amount": {
         "title": "每段（分）",
         "x-en": {
          "title": "For each stretch (fen)"
         },
         "$ref": "#/$defs/Fen",
         "examples": [
          6000
         ]
        },
        "minutes": {
         "title": "一段几分钟",
         "x-en": {
          "title": "Minutes of a stretch"
         },
         "type": "integer",
         "minimum": 1,
         "maximum": 1440,
         "default": 60,
         "examples": [
          30
         ]
        },
        "included": {
         "title": "多少分钟以内不另收",
         "x-en": {
          "title": "Minutes included"
         },
         "$ref": "#/$defs/Minutes",
         "default": 0,
         "examples": [
          60
         ]
        },
        "perPerson": {
         "title": "再乘人数",
         "x-en": {
          "title": "For each person too"
         },
         "type": "boolean",
         "default": false,
         "examples": [
          true
         ]
        },
        "part": {
         "title": "不足一段",
         "description": "exact：按分钟折算；begun：不足一段算一段。",
         "x-en": {
          "title": "A part of a stretch",
          "description": "exact: by the minute; begun: a part counts as a whole."
         },
         "type": "string",
         "enum": [
          "exact",
          "begun"
         ],
         "default": "exact",
         "examples": [
          "begun"
         ]
        }
       },
       "required": [
        "kind",
        "amount"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "perDuration",
         "amount": 6000,
         "minutes": 60,
         "perPerson": true
        }
       ]
      },
      {
       "title": "分档",
       "description": "数落在哪一档，就用那一档的金额，或 of 之和的那个比例。",
       "x-en": {
        "title": "Tiered",
        "description": "The tier the number falls into gives the amount, or the share of the sums in `of`."
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "tiered"
        },
        "fact": {
         "title": "按什么分档",
         "description": "一个数字的事实，如 booking.people。",
         "x-en": {
          "title": "By",
          "description": "A fact that is a number, such as booking.people."
         },
         "type": "string",
         "pattern": "^[a-z][A-Za-z]*(\\.[A-Za-z][A-Za-z0-9-]*)*$",
         "examples": [
          "booking.people"
         ]
        },
        "tiers": {
         "title": "各档",
         "x-en": {
          "title": "Tiers"
         },
         "type": "array",
         "items": {
          "title": "一档",
          "description": "写金额或比例。",
          "x-en": {
           "title": "Tier",
           "description": "An amount or a rate."
          },
          "type": "object",
          "properties": {
           "from": {
            "title": "从多少起（含）",
            "x-en": {
             "title": "From (included)"
            },
            "type": "number",
            "examples": [
             10
            ]
           },
           "amount": {
            "title": "金额（分）",
            "x-en": {
             "title": "Amount (fen)"
            },
            "$ref": "#/$defs/Fen",
            "examples": [
             5000
            ]
           },
           "rate": {
            "title": "比例（万分之一）",
            "x-en": {
             "title": "Rate (basis points)"
            },
            "$ref": "#/$defs/BasisPoints",
            "examples": [
             1000
            ]
           }
          },
          "required": [
           "from"
          ],
          "additionalProperties": false
         },
         "maxItems": 50,
         "minItems": 1,
         "examples": [
          [
           {
            "from": 5,
            "rate": 500
           },
           {
            "from": 10,
            "rate": 1000
           }
          ]
         ]
        },
        "of": {
         "title": "按哪些阶段的金额",
         "description": "只能是更早的阶段。",
         "x-en": {
          "title": "Of the sums of",
          "description": "Earlier phases only."
         },
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "base",
           "option",
           "addOn",
           "surcharge",
           "discount",
           "coupon"
          ]
         },
         "maxItems": 6,
         "minItems": 1,
         "uniqueItems": true,
         "examples": [
          [
           "base"
          ]
         ]
        },
        "graduated": {
         "title": "分段累计",
         "description": "每档的金额是这一档里每一个的价格，逐档相加。从 0 写起是按量（前 10，其后），从 1 写起是按个数（第 1 个到第 10 个，第 11 个起）。",
         "x-en": {
          "title": "Graduated",
          "description": "The amount is for each unit within the tier, and the tiers are added up. Tiers that begin at 0 measure (the first 10, what is beyond), tiers that begin at 1 count (the 1st to the 10th, from the 11th)."
         },
         "type": "boolean",
         "default": false,
         "examples": [
          true
         ]
        }
       },
       "required": [
        "kind",
        "fact",
        "tiers"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "tiered",
         "fact": "booking.people",
         "of": [
          "base"
         ],
         "tiers": [
          {
           "from": 5,
           "rate": 500
          },
          {
           "from": 10,
           "rate": 1000
          }
         ]
        },
        {
         "kind": "tiered",
         "fact": "answer.area",
         "graduated": true,
         "tiers": [
          {
           "from": 0,
           "amount": 100
          },
          {
           "from": 100,
           "amount": 80
          }
         ]
        }
       ]
      },
      {
       "title": "时间价目表",
       "x-en": {
        "title": "Table by time"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "table"
        },
        "rows": {
         "title": "各行",
         "description": "一个时刻以先写的那一行为准。",
         "x-en": {
          "title": "Rows",
          "description": "At any moment the first row that covers it counts."
         },
         "type": "array",
         "items": {
          "title": "一行",
          "x-en": {
           "title": "Table row"
          },
          "type": "object",
          "properties": {
           "title": {
            "title": "名称",
            "x-en": {
             "title": "Title"
            },
            "$ref": "#/$defs/Text",
            "examples": [
             "周末"
            ]
           },
           "days": {
            "title": "星期几",
            "description": "不写就是每天。",
            "x-en": {
             "title": "Weekdays",
             "description": "Every day when left out."
            },
            "type": "array",
            "items": {
             "$ref": "#/$defs/Weekday"
            },
            "maxItems": 7,
            "minItems": 1,
            "uniqueItems": true,
            "examples": [
             [
              "sat",
              "sun"
             ]
            ]
           },
           "dates": {
            "title": "日期",
            "description": "只在这些日子。",
            "x-en": {
             "title": "Dates",
             "description": "On these days only."
            },
            "type": "array",
            "items": {
             "title": "几天",
             "x-en": {
              "title": "Stretch of days"
             },
             "type": "object",
             "properties": {
              "from": {
               "title": "从",
               "x-en": {
                "title": "From"
               },
               "$ref": "#/$defs/Day",
               "examples": [
                "2027-05-01"
               ]
              },
              "to": {
               "title": "到（含）",
               "x-en": {
                "title": "To (included)"
               },
               "$ref": "#/$defs/Day",
               "examples": [
                "2027-05-05"
               ]
              }
             },
             "required": [
              "from"
             ],
             "additionalProperties": false
            },
            "maxItems": 100,
            "minItems": 1,
            "examples": [
             [
              {
               "from": "2027-05-01",
               "to": "2027-05-05"
              }
             ]
            ]
           },
           "from": {
            "title": "从",
            "x-en": {
             "title": "From"
            },
            "$ref": "#/$defs/WallTime",
            "examples": [
             "08:00"
            ]
           },
           "to": {
            "title": "到",
            "x-en": {
             "title": "To"
            },
            "$ref": "#/$defs/WallTime",
            "examples": [
             "22:00"
            ]
           },
           "amount": {
            "title": "金额（分）",
            "x-en": {
             "title": "Amount (fen)"
            },
            "$ref": "#/$defs/Fen",
            "examples": [
             12000
            ]
           }
          },
          "required": [
           "from",
           "to",
           "amount"
          ],
          "additionalProperties": false
         },
         "maxItems": 200,
         "minItems": 1,
         "examples": [
          [
           {
            "days": [
             "sat",
             "sun"
            ],
            "from": "08:00",
            "to": "22:00",
            "amount": 12000
           },
           {
            "from": "08:00",
            "to": "22:00",
            "amount": 6000
           }
          ]
         ]
        },
        "basis": {
         "title": "按什么",
         "description": "time：按每一段时间各收各的，按分钟折算；start：只看开始时刻，收一次。",
         "x-en": {
          "title": "Basis",
          "description": "time: each stretch at its own rate, by the minute; start: once, by the starting time."
         },
         "type": "string",
         "enum": [
          "time",
          "start"
         ],
         "default": "time",
         "examples": [
          "start"
         ]
        },
        "minutes": {
         "title": "金额是几分钟的",
         "description": "basis 为 time 时用。",
         "x-en": {
          "title": "Minutes the amount is for",
          "description": "With the basis time."
         },
         "type": "integer",
         "minimum": 1,
         "maximum": 1440,
         "default": 60,
         "examples": [
          30
         ]
        },
        "perPerson": {
         "title": "再乘人数",
         "x-en": {
          "title": "For each person too"
         },
         "type": "boolean",
         "default": false,
         "examples": [
          true
         ]
        }
       },
       "required": [
        "kind",
        "rows"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "table",
         "rows": [
          {
           "title": "周末",
           "days": [
            "sat",
            "sun"
           ],
           "from": "08:00",
           "to": "22:00",
           "amount": 12000
          },
          {
           "from": "08:00",
           "to": "17:00",
           "amount": 6000
          },
          {
           "from": "17:00",
           "to": "22:00",
           "amount": 9000
          }
         ]
        }
       ]
      },
      {
       "title": "封顶",
       "description": "这些阶段的金额之和超出的部分减去；写在 discount 阶段。",
       "x-en": {
        "title": "Cap",
        "description": "What the sum of these phases exceeds the amount by is taken off; in the phase discount."
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "cap"
        },
        "amount": {
         "title": "最多收（分）",
         "x-en": {
          "title": "At most (fen)"
         },
         "$ref": "#/$defs/Fen",
         "examples": [
          30000
         ]
        },
        "of": {
         "title": "按哪些阶段的金额",
         "description": "只能是更早的阶段。",
         "x-en": {
          "title": "Of the sums of",
          "description": "Earlier phases only."
         },
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "base",
           "option",
           "addOn",
           "surcharge",
           "discount",
           "coupon"
          ]
         },
         "maxItems": 6,
         "minItems": 1,
         "uniqueItems": true,
         "examples": [
          [
           "base",
           "surcharge"
          ]
         ]
        }
       },
       "required": [
        "kind",
        "amount",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "cap",
         "amount": 30000,
         "of": [
          "base",
          "surcharge"
         ]
        }
       ]
      },
      {
       "title": "最低消费",
       "description": "这些阶段的金额之和不足的部分补上；写在 surcharge 阶段。",
       "x-en": {
        "title": "Minimum",
        "description": "What the sum of these phases lacks is added; in the phase surcharge."
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "minimum"
        },
        "amount": {
         "title": "至少收（分）",
         "x-en": {
          "title": "At least (fen)"
         },
         "$ref": "#/$defs/Fen",
         "examples": [
          10000
         ]
        },
        "of": {
         "title": "按哪些阶段的金额",
         "description": "只能是更早的阶段。",
         "x-en": {
          "title": "Of the sums of",
          "description": "Earlier phases only."
         },
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "base",
           "option",
           "addOn",
           "surcharge",
           "discount",
           "coupon"
          ]
         },
         "maxItems": 6,
         "minItems": 1,
         "uniqueItems": true,
         "examples": [
          [
           "base",
           "option"
          ]
         ]
        }
       },
       "required": [
        "kind",
        "amount",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "minimum",
         "amount": 10000,
         "of": [
          "base",
          "option"
         ]
        }
       ]
      },
      {
       "title": "取整",
       "description": "写在 rounding 阶段。",
       "x-en": {
        "title": "Round",
        "description": "In the phase rounding."
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "round"
        },
        "to": {
         "title": "取到几分的整数倍",
         "description": "100 就是取整到元。",
         "x-en": {
          "title": "To a multiple of (fen)",
          "description": "100 is whole yuan."
         },
         "$ref": "#/$defs/Fen",
         "examples": [
          100
         ]
        },
        "mode": {
         "title": "方向",
         "x-en": {
          "title": "Direction"
         },
         "type": "string",
         "enum": [
          "down",
          "half",
          "up"
         ],
         "default": "down",
         "examples": [
          "half"
         ]
        }
       },
       "required": [
        "kind",
        "to"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "round",
         "to": 100
        }
       ]
      }
     ],
     "examples": [
      {
       "kind": "percent",
       "rate": 1000,
       "of": [
        "base",
        "option"
       ]
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
     "$ref": "#/$defs/Id",
     "examples": [
      "one-discount"
     ]
    },
    "each": {
     "title": "逐人计算",
     "description": "对每位参加者（每个名额）分别判断条件、分别计算；能用 participant.* 和 place.* 的事实。",
     "x-en": {
      "title": "For each participant",
      "description": "Condition and amount are worked out for each participant (place); facts participant.* and place.* may be used."
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    },
    "code": {
     "title": "优惠码",
     "description": "写在 coupon 阶段的规则上：顾客填了这个码才用，不分大小写。",
     "x-en": {
      "title": "Coupon code",
      "description": "On a rule of the phase coupon: used when the customer gives this code; case does not matter."
     },
     "type": "string",
     "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{2,31}$",
     "examples": [
      "RUN2026"
     ]
    },
    "listed": {
     "title": "给所有顾客看",
     "description": "写在 coupon 阶段的规则上：小程序的「优惠券」页和确认页列出来，点一下就用。不写就只有知道优惠码的人能用。",
     "x-en": {
      "title": "Shown to every customer",
      "description": "On a rule of the phase coupon: the mini-program lists it among the coupons and before paying, where a tap uses it. Otherwise only those who know the code can."
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    },
    "budget": {
     "title": "优惠码的用量",
     "description": "不写就不限。",
     "x-en": {
      "title": "Budget of the code",
      "description": "Unlimited where left out."
     },
     "type": "object",
     "properties": {
      "total": {
       "title": "一共可用几次",
       "x-en": {
        "title": "Uses in all"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 10000000,
       "examples": [
        100
       ]
      },
      "perCustomer": {
       "title": "每位顾客可用几次",
       "x-en": {
        "title": "Uses per customer"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 1000,
       "examples": [
        1
       ]
      }
     },
     "additionalProperties": false,
     "examples": [
      {
       "total": 100,
       "perCustomer": 1
      }
     ]
    },
    "atLeast": {
     "title": "最少（分）",
     "description": "算出来不足时按这个数。",
     "x-en": {
      "title": "At least (fen)",
      "description": "The amount is raised to this."
     },
     "$ref": "#/$defs/Fen",
     "examples": [
      500
     ]
    },
    "atMost": {
     "title": "最多（分）",
     "description": "算出来超过时按这个数。",
     "x-en": {
      "title": "At most (fen)",
      "description": "The amount is cut to this."
     },
     "$ref": "#/$defs/Fen",
     "examples": [
      5000
     ]
    }
   },
   "required": [
    "id",
    "label",
    "phase",
    "apply"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "id": "weekend",
     "label": "周末加价",
     "phase": "surcharge",
     "when": {
      "fact": "start.weekday",
      "op": "in",
      "value": [
       "sat",
       "sun"
      ]
     },
     "apply": {
      "kind": "percent",
      "rate": 1000,
      "of": [
       "base",
       "option"
      ]
     }
    }
   ]
  },
  "Field": {
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
     "pattern": "^[a-z][A-Za-z0-9]{0,39}$",
     "examples": [
      "phone"
     ]
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
      "idDocument",
      "address",
      "region",
      "file",
      "image",
      "signature",
      "rating",
      "consent",
      "computed",
      "group",
      "note"
     ],
     "examples": [
      "phone"
     ]
    },
    "label": {
     "title": "名称",
     "x-en": {
      "title": "Label"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "手机号"
     ]
    },
    "help": {
     "title": "说明",
     "x-en": {
      "title": "Help"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "到店前我们会打给您"
     ]
    },
    "placeholder": {
     "title": "输入提示",
     "x-en": {
      "title": "Placeholder"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "11 位手机号"
     ]
    },
    "required": {
     "title": "必填",
     "x-en": {
      "title": "Required"
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    },
    "visibleWhen": {
     "title": "何时显示",
     "description": "不成立时不显示，已填的内容也不提交。",
     "x-en": {
      "title": "Visible when",
      "description": "Hidden otherwise, and what was filled in is not submitted."
     },
     "$ref": "#/$defs/Condition",
     "examples": [
      {
       "fact": "answer.allergy",
       "op": "eq",
       "value": "yes"
      }
     ]
    },
    "requiredWhen": {
     "title": "何时必填",
     "x-en": {
      "title": "Required when"
     },
     "$ref": "#/$defs/Condition",
     "examples": [
      {
       "fact": "participant.age",
       "op": "lt",
       "value": 18
      }
     ]
    },
    "minLength": {
     "title": "最少字数",
     "x-en": {
      "title": "Least length"
     },
     "type": "integer",
     "minimum": 0,
     "maximum": 5000,
     "examples": [
      2
     ]
    },
    "maxLength": {
     "title": "最多字数",
     "x-en": {
      "title": "Greatest length"
     },
     "type": "integer",
     "minimum": 1,
     "maximum": 5000,
     "examples": [
      200
     ]
    },
    "min": {
     "title": "最小值",
     "description": "数字的下限；多选的最少项数。",
     "x-en": {
      "title": "Minimum",
      "description": "Lower bound of a number; fewest items of several."
     },
     "type": "number",
     "examples": [
      20
     ]
    },
    "max": {
     "title": "最大值",
     "x-en": {
      "title": "Maximum"
     },
     "type": "number",
     "examples": [
      500
     ]
    },
    "integer": {
     "title": "只能是整数",
     "x-en": {
      "title": "Whole numbers only"
     },
     "type": "boolean",
     "examples": [
      true
     ]
    },
    "from": {
     "title": "最早日期",
     "x-en": {
      "title": "Earliest date"
     },
     "$ref": "#/$defs/Day",
     "examples": [
      "2010-01-01"
     ]
    },
    "to": {
     "title": "最晚日期",
     "x-en": {
      "title": "Latest date"
     },
     "$ref": "#/$defs/Day",
     "examples": [
      "2026-12-31"
     ]
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
        "$ref": "#/$defs/Id",
        "examples": [
         "yes"
        ]
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "有"
        ]
       }
      },
      "required": [
       "id",
       "title"
      ],
      "additionalProperties": false
     },
     "minItems": 1,
     "maxItems": 200,
     "examples": [
      [
       {
        "id": "yes",
        "title": "有"
       },
       {
        "id": "no",
        "title": "没有"
       }
      ]
     ]
    },
    "text": {
     "title": "正文",
     "description": "说明(note)和同意(consent)显示的文字。",
     "x-en": {
      "title": "Text",
      "description": "What a note or a consent says."
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "我已阅读并同意参赛须知"
     ]
    },
    "page": {
     "title": "在哪一页",
     "description": "pages 里的标识；不写就接着上一项。",
     "x-en": {
      "title": "Page",
      "description": "An identifier from `pages`; the page of the field before when left out."
     },
     "$ref": "#/$defs/Id",
     "examples": [
      "runner"
     ]
    },
    "section": {
     "title": "小标题",
     "description": "从这一项起的一节。",
     "x-en": {
      "title": "Section heading",
      "description": "Opens a section at this field."
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "紧急联系人"
     ]
    },
    "widget": {
     "title": "控件",
     "description": "不写就按种类和选项个数挑。",
     "x-en": {
      "title": "Widget",
      "description": "Chosen by kind and number of choices when left out."
     },
     "type": "string",
     "enum": [
      "radio",
      "select",
      "stepper",
      "slider",
      "switch"
     ],
     "examples": [
      "radio"
     ]
    },
    "pattern": {
     "title": "格式",
     "description": "text 用的正则表达式，整段匹配；只用简单写法（不含回溯的嵌套重复）。",
     "x-en": {
      "title": "Pattern",
      "description": "A regular expression for text, matched against the whole; simple forms only (no nested repetition)."
     },
     "type": "string",
     "maxLength": 200,
     "examples": [
      "[A-Z]{2}\\d{6}"
     ]
    },
    "patternMessage": {
     "title": "格式不对时的说明",
     "x-en": {
      "title": "Message when the pattern does not match"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "写两个大写字母和 6 位数字"
     ]
    },
    "default": {
     "title": "默认值",
     "x-en": {
      "title": "Default"
     },
     "type": [
      "string",
      "number",
      "boolean",
      "array"
     ],
     "examples": [
      "red",
      1
     ]
    },
    "types": {
     "title": "可用的证件",
     "description": "idDocument 用；不写就都可以。身份证按校验码检查。",
     "x-en": {
      "title": "Documents accepted",
      "description": "For idDocument; all when left out. An ID card is checked by its check digit."
     },
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "idCard",
       "passport",
       "hkMacaoTaiwan"
      ]
     },
     "maxItems": 3,
     "minItems": 1,
     "uniqueItems": true,
     "examples": [
      [
       "idCard",
       "passport"
      ]
     ]
    },
    "readFrom": {
     "title": "从证件读取",
     "description": "一个 idDocument 字段：填身份证时，出生日期(date)或性别(choice，选项 male、female)由证件得出。",
     "x-en": {
      "title": "Read from",
      "description": "An idDocument field: with an ID card, the birth date (date) or the sex (choice male, female) is read off it."
     },
     "type": "string",
     "pattern": "^[a-z][A-Za-z0-9]{0,39}$",
     "examples": [
      "card"
     ]
    },
    "birthDate": {
     "title": "这是出生日期",
     "description": "年龄(participant.age)按它算；不写就用第一个证件上的。",
     "x-en": {
      "title": "This is the birth date",
      "description": "The age (participant.age) is counted from it; from the first ID document when none is marked."
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    },
    "maxCount": {
     "title": "最多几个",
     "description": "file 和 image 用。",
     "x-en": {
      "title": "At most",
      "description": "For file and image."
     },
     "type": "integer",
     "minimum": 1,
     "maximum": 20,
     "default": 1,
     "examples": [
      3
     ]
    },
    "maxBytes": {
     "title": "每个最大（字节）",
     "x-en": {
      "title": "Largest size (bytes)"
     },
     "type": "integer",
     "minimum": 1024,
     "maximum": 52428800,
     "default": 5242880,
     "examples": [
      2097152
     ]
    },
    "accept": {
     "title": "可用的文件",
     "description": "按内容识别，不看文件名。不写：image 是 jpg、png、webp，file 还有 pdf。",
     "x-en": {
      "title": "Accepted files",
      "description": "Told by the content, not the name. When left out: jpg, png, webp for image, pdf as well for file."
     },
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "jpg",
       "png",
       "webp",
       "gif",
       "heic",
       "pdf",
       "docx",
       "xlsx",
       "mp4"
      ]
     },
     "maxItems": 9,
     "minItems": 1,
     "uniqueItems": true,
     "examples": [
      [
       "jpg",
       "png"
      ]
     ]
    },
    "level": {
     "title": "到哪一级",
     "description": "region 用。",
     "x-en": {
      "title": "Down to",
      "description": "For region."
     },
     "type": "string",
     "enum": [
      "province",
      "city",
      "district"
     ],
     "default": "district",
     "examples": [
      "city"
     ]
    },
    "compute": {
     "title": "怎么算",
     "description": "computed 用：由别的回答得出，顾客不填。",
     "x-en": {
      "title": "Computed as",
      "description": "For computed: made from other answers, not asked."
     },
     "oneOf": [
      {
       "title": "年龄",
       "x-en": {
        "title": "Age"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "age"
        },
        "of": {
         "title": "出生日期",
         "x-en": {
          "title": "Birth date"
         },
         "type": "string",
         "examples": [
          "born"
         ]
        },
        "on": {
         "title": "在哪一天",
         "description": "不写就是服务规定的日子。",
         "x-en": {
          "title": "On",
          "description": "The day the service states when left out."
         },
         "$ref": "#/$defs/Day",
         "examples": [
          "2027-04-18"
         ]
        }
       },
       "required": [
        "kind",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "age",
         "of": "born"
        }
       ]
      },
      {
       "title": "相加",
       "x-en": {
        "title": "Sum"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "sum"
        },
        "of": {
         "title": "字段",
         "x-en": {
          "title": "Fields"
         },
         "type": "array",
         "items": {
          "type": "string"
         },
         "maxItems": 20,
         "minItems": 1,
         "examples": [
          [
           "adults",
           "children"
          ]
         ]
        }
       },
       "required": [
        "kind",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "sum",
         "of": [
          "adults",
          "children"
         ]
        }
       ]
      },
      {
       "title": "相乘",
       "x-en": {
        "title": "Product"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "product"
        },
        "of": {
         "title": "字段",
         "x-en": {
          "title": "Fields"
         },
         "type": "array",
         "items": {
          "type": "string"
         },
         "maxItems": 20,
         "minItems": 1,
         "examples": [
          [
           "width",
           "height"
          ]
         ]
        }
       },
       "required": [
        "kind",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "product",
         "of": [
          "width",
          "height"
         ]
        }
       ]
      },
      {
       "title": "个数",
       "x-en": {
        "title": "Count"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "count"
        },
        "of": {
         "title": "字段",
         "description": "多选、上传或分组的个数。",
         "x-en": {
          "title": "Field",
          "description": "Of a several, upload or group field."
         },
         "type": "string",
         "examples": [
          "photos"
         ]
        }
       },
       "required": [
        "kind",
        "of"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "count",
         "of": "photos"
        }
       ]
      }
     ],
     "examples": [
      {
       "kind": "sum",
       "of": [
        "adults",
        "children"
       ]
      }
     ]
    },
    "fields": {
     "title": "组里的字段",
     "description": "group 用：可重复的一组；min 和 max 是组数。",
     "x-en": {
      "title": "Fields of the group",
      "description": "For group: a repeating group; min and max are the number of groups."
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Field"
     },
     "maxItems": 30,
     "minItems": 1,
     "examples": [
      [
       {
        "id": "petName",
        "kind": "text",
        "label": "宠物名"
       }
      ]
     ]
    }
   },
   "required": [
    "id",
    "kind",
    "label"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "id": "phone",
     "kind": "phone",
     "label": "手机号",
     "required": true
    },
    {
     "id": "size",
     "kind": "choice",
     "label": "衣服尺码",
     "choices": [
      {
       "id": "m",
       "title": "M"
      },
      {
       "id": "l",
       "title": "L"
      }
     ]
    },
    {
     "id": "born",
     "kind": "date",
     "label": "出生日期",
     "birthDate": true,
     "readFrom": "card"
    }
   ]
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
     "$ref": "#/$defs/Id",
     "examples": [
      "details"
     ]
    },
    "title": {
     "title": "标题",
     "x-en": {
      "title": "Title"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "登记"
     ]
    },
    "fields": {
     "title": "字段",
     "x-en": {
      "title": "Fields"
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Field"
     },
     "minItems": 1,
     "maxItems": 100,
     "examples": [
      [
       {
        "id": "name",
        "kind": "personName",
        "label": "姓名",
        "required": true
       }
      ]
     ]
    },
    "pages": {
     "title": "分页",
     "x-en": {
      "title": "Pages"
     },
     "type": "array",
     "items": {
      "title": "页",
      "x-en": {
       "title": "Page"
      },
      "type": "object",
      "properties": {
       "id": {
        "title": "标识",
        "x-en": {
         "title": "Identifier"
        },
        "$ref": "#/$defs/Id",
        "examples": [
         "runner"
        ]
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "选手"
        ]
       }
      },
      "required": [
       "id",
       "title"
      ],
      "additionalProperties": false
     },
     "maxItems": 20,
     "examples": [
      [
       {
        "id": "runner",
        "title": "选手"
       },
       {
        "id": "contact",
        "title": "联系人"
       }
      ]
     ]
    }
   },
   "required": [
    "id",
    "title",
    "fields"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "id": "details",
     "title": "登记",
     "fields": [
      {
       "id": "name",
       "kind": "personName",
       "label": "姓名",
       "required": true
      },
      {
       "id": "phone",
       "kind": "phone",
       "label": "手机号",
       "required": true
      }
     ]
    }
   ]
  },
  "PaymentPlan": {
   "title": "付法",
   "description": "现在付多少，其余何时付。",
   "x-en": {
    "title": "Payment plan",
    "description": "What is paid now, and when the rest."
   },
   "oneOf": [
    {
     "title": "全额",
     "x-en": {
      "title": "In full"
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
     "additionalProperties": false,
     "examples": [
      {
       "kind": "full"
      }
     ]
    },
    {
     "title": "定金",
     "x-en": {
      "title": "Deposit"
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
       "title": "比例（万分之一）",
       "description": "总额的几成现在付。",
       "x-en": {
        "title": "Rate (basis points)",
        "description": "The part of the total that is paid now."
       },
       "$ref": "#/$defs/BasisPoints",
       "maximum": 10000,
       "examples": [
        3000
       ]
      },
      "amount": {
       "title": "金额（分）",
       "description": "或者写固定金额。",
       "x-en": {
        "title": "Amount (fen)",
        "description": "Or a fixed amount."
       },
       "$ref": "#/$defs/Fen",
       "examples": [
        50000
       ]
      },
      "each": {
       "title": "按人数",
       "description": "金额乘人数。",
       "x-en": {
        "title": "For each person",
        "description": "The amount times the number of people."
       },
       "type": "boolean",
       "default": false,
       "examples": [
        true
       ]
      },
      "balance": {
       "title": "余款",
       "description": "不写就是到店付。",
       "x-en": {
        "title": "Balance",
        "description": "On site when left out."
       },
       "oneOf": [
        {
         "title": "到店付",
         "x-en": {
          "title": "On site"
         },
         "const": "onSite"
        },
        {
         "title": "在线付",
         "description": "在这之前在线付清。",
         "x-en": {
          "title": "In the app",
          "description": "To be paid in the app by then."
         },
         "$ref": "#/$defs/Due"
        }
       ],
       "examples": [
        {
         "at": "2027-03-01T23:59"
        },
        "onSite"
       ]
      },
      "overdue": {
       "title": "余款逾期",
       "description": "keep：提醒并保留；cancel：取消，定金按退改规则处理。",
       "x-en": {
        "title": "When the balance is overdue",
        "description": "keep: reminded and kept; cancel: cancelled, the deposit treated as the cancellation policy says."
       },
       "type": "string",
       "enum": [
        "keep",
        "cancel"
       ],
       "default": "keep",
       "examples": [
        "cancel"
       ]
      }
     },
     "required": [
      "kind"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "kind": "deposit",
       "rate": 3000
      },
      {
       "kind": "deposit",
       "amount": 50000,
       "balance": {
        "at": "2027-03-01T23:59"
       }
      }
     ]
    },
    {
     "title": "分期",
     "x-en": {
      "title": "Instalments"
     },
     "type": "object",
     "properties": {
      "kind": {
       "title": "种类",
       "x-en": {
        "title": "Kind"
       },
       "const": "instalments"
      },
      "parts": {
       "title": "各期",
       "description": "最后一期是剩下的全部，不写金额。",
       "x-en": {
        "title": "Parts",
        "description": "The last part is all that is left, and states no amount."
       },
       "type": "array",
       "items": {
        "title": "一期",
        "x-en": {
         "title": "Part"
        },
        "type": "object",
        "properties": {
         "rate": {
          "title": "这一期（万分之一）",
          "x-en": {
           "title": "This part (basis points)"
          },
          "$ref": "#/$defs/BasisPoints",
          "maximum": 10000,
          "examples": [
           4000
          ]
         },
         "amount": {
          "title": "这一期（分）",
          "x-en": {
           "title": "This part (fen)"
          },
          "$ref": "#/$defs/Fen",
          "examples": [
           100000
          ]
         },
         "due": {
          "title": "何时付",
          "description": "第一期不写：下单时付。",
          "x-en": {
           "title": "Due",
           "description": "Left out for the first: paid with the order."
          },
          "$ref": "#/$defs/Due",
          "examples": [
           {
            "after": 43200
           }
          ]
         }
        },
        "additionalProperties": false
       },
       "maxItems": 12,
       "minItems": 2,
       "examples": [
        [
         {
          "rate": 4000
         },
         {
          "rate": 3000,
          "due": {
           "after": 43200
          }
         },
         {
          "due": {
           "before": 10080
          }
         }
        ]
       ]
      },
      "overdue": {
       "title": "逾期",
       "x-en": {
        "title": "When overdue"
       },
       "type": "string",
       "enum": [
        "keep",
        "cancel"
       ],
       "default": "keep",
       "examples": [
        "cancel"
       ]
      }
     },
     "required": [
      "kind",
      "parts"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "kind": "instalments",
       "parts": [
        {
         "rate": 4000
        },
        {
         "rate": 3000,
         "due": {
          "after": 43200
         }
        },
        {
         "due": {
          "before": 10080
         }
        }
       ]
      }
     ]
    },
    {
     "title": "到店付款",
     "x-en": {
      "title": "On site"
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
     "additionalProperties": false,
     "examples": [
      {
       "kind": "onSite"
      }
     ]
    },
    {
     "title": "免费",
     "description": "不收款；有价格是错误。",
     "x-en": {
      "title": "Free",
      "description": "Nothing is charged; a price is a fault."
     },
     "type": "object",
     "properties": {
      "kind": {
       "title": "种类",
       "x-en": {
        "title": "Kind"
       },
       "const": "free"
      }
     },
     "required": [
      "kind"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "kind": "free"
      }
     ]
    }
   ],
   "examples": [
    {
     "kind": "deposit",
     "rate": 3000
    }
   ]
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
       "$ref": "#/$defs/Minutes",
       "default": 0,
       "examples": [
        120
       ]
      },
      "horizon": {
       "title": "最多提前（天）",
       "x-en": {
        "title": "Horizon (days)"
       },
       "type": "integer",
       "minimum": 0,
       "maximum": 730,
       "default": 365,
       "examples": [
        30
       ]
      },
      "step": {
       "title": "起始时间间隔（分钟）",
       "x-en": {
        "title": "Step of starts (minutes)"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 1440,
       "default": 30,
       "examples": [
        60
       ]
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
       "default": 15,
       "examples": [
        30
       ]
      },
      "opens": {
       "title": "开放时刻",
       "description": "在此之前不能预约或报名。",
       "x-en": {
        "title": "Opens",
        "description": "No booking before it."
       },
       "$ref": "#/$defs/Moment",
       "examples": [
        "2026-12-01T10:00"
       ]
      },
      "closes": {
       "title": "截止时刻",
       "description": "含这一分钟。",
       "x-en": {
        "title": "Closes",
        "description": "That minute included."
       },
       "$ref": "#/$defs/Moment",
       "examples": [
        "2027-02-28T23:59"
       ]
      },
      "approval": {
       "title": "人工审核",
       "description": "beforePayment：通过后才付款；afterPayment：付款后审核，不通过全额退。审核期间名额一直占着。",
       "x-en": {
        "title": "Approval",
        "description": "beforePayment: paid once approved; afterPayment: paid first, and given back whole when rejected. The place is kept meanwhile."
       },
       "type": "string",
       "enum": [
        "none",
        "beforePayment",
        "afterPayment"
       ],
       "default": "none",
       "examples": [
        "afterPayment"
       ]
      },
      "payMinutes": {
       "title": "审核通过后多久内付款（分钟）",
       "x-en": {
        "title": "Minutes to pay after approval"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 43200,
       "default": 1440,
       "examples": [
        2880
       ]
      },
      "limits": {
       "title": "次数限制",
       "description": "取消和过期的不算。",
       "x-en": {
        "title": "Limits",
        "description": "Cancelled and expired ones do not count."
       },
       "type": "array",
       "items": {
        "title": "限制",
        "x-en": {
         "title": "Limit"
        },
        "type": "object",
        "properties": {
         "id": {
          "title": "标识",
          "description": "几项服务写同一个标识，就合在一起数。",
          "x-en": {
           "title": "Identifier",
           "description": "Services whose limits share an identifier are counted together."
          },
          "$ref": "#/$defs/Id",
          "examples": [
           "one-phone"
          ]
         },
         "per": {
          "title": "按谁数",
          "description": "customer：每位顾客；answer.字段：填同样内容的；participant.字段：每位参加者。几项一起才算同一个。空着就是所有人一起数。",
          "x-en": {
           "title": "Counted for",
           "description": "customer: each customer; answer.field: those who give the same answer; participant.field: each participant. Several together name one. Empty: everybody together."
          },
          "type": "array",
          "items": {
           "type": "string",
           "pattern": "^(customer|answer\\.[a-z][A-Za-z0-9]{0,39}|participant\\.[a-z][A-Za-z0-9]{0,39})$"
          },
          "maxItems": 5,
          "uniqueItems": true,
          "examples": [
           [
            "answer.phone"
           ],
           [
            "participant.name",
            "answer.phone"
           ],
           [
            "customer"
           ]
          ]
         },
         "count": {
          "title": "数什么",
          "x-en": {
           "title": "What is counted"
          },
          "type": "string",
          "enum": [
           "orders",
           "places"
          ],
          "default": "orders",
          "examples": [
           "places"
          ]
         },
         "max": {
          "title": "最多",
          "x-en": {
           "title": "At most"
          },
          "type": "integer",
          "minimum": 1,
          "maximum": 100000,
          "examples": [
           2
          ]
         },
         "within": {
          "title": "在多久以内",
          "description": "按开始的日子（周一起算一周）；session 是同一场。",
          "x-en": {
           "title": "Within",
           "description": "By the day of the start (a week begins on Monday); session is one and the same occurrence."
          },
          "type": "string",
          "enum": [
           "ever",
           "day",
           "week",
           "month",
           "session"
          ],
          "default": "ever",
          "examples": [
           "week"
          ]
         },
         "message": {
          "title": "超过时的说明",
          "x-en": {
           "title": "Message when exceeded"
          },
          "$ref": "#/$defs/Text",
          "examples": [
           "每个手机号报一次"
          ]
         }
        },
        "required": [
         "id",
         "per",
         "max"
        ],
        "additionalProperties": false
       },
       "maxItems": 20,
       "examples": [
        [
         {
          "id": "one-phone",
          "per": [
           "answer.phone"
          ],
          "max": 1
         }
        ]
       ]
      }
     },
     "additionalProperties": false,
     "examples": [
      {
       "notice": 120,
       "horizon": 30,
       "step": 30,
       "holdMinutes": 15
      }
     ]
    },
    "payment": {
     "title": "付款规则",
     "x-en": {
      "title": "Payment policy"
     },
     "oneOf": [
      {
       "$ref": "#/$defs/PaymentPlan"
      },
      {
       "title": "顾客选择",
       "x-en": {
        "title": "Choice of plans"
       },
       "type": "object",
       "properties": {
        "kind": {
         "title": "种类",
         "x-en": {
          "title": "Kind"
         },
         "const": "choice"
        },
        "plans": {
         "title": "可选的付法",
         "description": "第一种是默认。",
         "x-en": {
          "title": "Plans",
          "description": "The first is the default."
         },
         "type": "array",
         "items": {
          "title": "付法",
          "x-en": {
           "title": "Named plan"
          },
          "type": "object",
          "properties": {
           "id": {
            "title": "标识",
            "x-en": {
             "title": "Identifier"
            },
            "$ref": "#/$defs/Id",
            "examples": [
             "deposit"
            ]
           },
           "title": {
            "title": "名称",
            "x-en": {
             "title": "Title"
            },
            "$ref": "#/$defs/Text",
            "examples": [
             "先付定金"
            ]
           },
           "payment": {
            "title": "怎么付",
            "x-en": {
             "title": "Payment"
            },
            "$ref": "#/$defs/PaymentPlan",
            "examples": [
             {
              "kind": "deposit",
              "rate": 3000
             }
            ]
           }
          },
          "required": [
           "id",
           "title",
           "payment"
          ],
          "additionalProperties": false
         },
         "maxItems": 6,
         "minItems": 2,
         "examples": [
          [
           {
            "id": "whole",
            "title": "全额",
            "payment": {
             "kind": "full"
            }
           },
           {
            "id": "deposit",
            "title": "先付定金",
            "payment": {
             "kind": "deposit",
             "rate": 3000
            }
           }
          ]
         ]
        }
       },
       "required": [
        "kind",
        "plans"
       ],
       "additionalProperties": false,
       "examples": [
        {
         "kind": "choice",
         "plans": [
          {
           "id": "whole",
           "title": "全额",
           "payment": {
            "kind": "full"
           }
          },
          {
           "id": "deposit",
           "title": "先付定金",
           "payment": {
            "kind": "deposit",
            "amount": 50000,
            "balance": {
             "at": "2027-03-01T23:59"
            }
           }
          }
         ]
        }
       ]
      }
     ],
     "examples": [
      {
       "kind": "full"
      },
      {
       "kind": "choice",
       "plans": [
        {
         "id": "whole",
         "title": "全额",
         "payment": {
          "kind": "full"
         }
        },
        {
         "id": "deposit",
         "title": "先付定金",
         "payment": {
          "kind": "deposit",
          "amount": 50000,
          "balance": {
           "at": "2027-03-01T23:59"
          }
         }
        }
       ]
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
       "description": "从早到晚的退款比例；before 和 until 都不写的一档，开始以后也适用；晚于最后一档不退。",
       "x-en": {
        "title": "Tiers",
        "description": "Refunds from early to late; a tier with neither `before` nor `until` also holds after the start; later than the last, nothing comes back."
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
           "title": "Minutes before the start"
          },
          "$ref": "#/$defs/Minutes",
          "examples": [
           1440
          ]
         },
         "until": {
          "title": "到这个时刻为止",
          "description": "代替 before：一个固定的截止时刻。",
          "x-en": {
           "title": "Until this moment",
           "description": "Instead of `before`: a fixed moment."
          },
          "$ref": "#/$defs/Moment",
          "examples": [
           "2027-02-28T23:59"
          ]
         },
         "refund": {
          "title": "退已付的（万分比）",
          "x-en": {
           "title": "Refund of what was paid (basis points)"
          },
          "$ref": "#/$defs/BasisPoints",
          "maximum": 10000,
          "examples": [
           10000
          ]
         },
         "basis": {
          "title": "按什么退",
          "description": "sessionsLeft：已付款先按剩余课次的比例折算。",
          "x-en": {
           "title": "Basis",
           "description": "sessionsLeft: of the share of what was paid that the sessions left make up."
          },
          "type": "string",
          "enum": [
           "paid",
           "sessionsLeft"
          ],
          "default": "paid",
          "examples": [
           "sessionsLeft"
          ]
         }
        },
        "required": [
         "refund"
        ],
        "additionalProperties": false
       },
       "maxItems": 20,
       "examples": [
        [
         {
          "before": 1440,
          "refund": 10000
         },
         {
          "before": 120,
          "refund": 5000
         }
        ],
        [
         {
          "until": "2027-02-28T23:59",
          "refund": 8000
         }
        ]
       ]
      }
     },
     "required": [
      "tiers"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "tiers": [
        {
         "before": 1440,
         "refund": 10000
        },
        {
         "before": 120,
         "refund": 5000
        }
       ]
      }
     ]
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
       "maximum": 20,
       "examples": [
        1
       ]
      },
      "before": {
       "title": "开始前至少（分钟）",
       "x-en": {
        "title": "At least before the start (minutes)"
       },
       "$ref": "#/$defs/Minutes",
       "examples": [
        240
       ]
      },
      "free": {
       "title": "其中免费几次",
       "description": "不写就全部免费。",
       "x-en": {
        "title": "Of these, free",
        "description": "All of them when left out."
       },
       "type": "integer",
       "minimum": 0,
       "maximum": 20,
       "examples": [
        1
       ]
      },
      "fee": {
       "title": "之后每次收（分）",
       "x-en": {
        "title": "Fee for each further one (fen)"
       },
       "$ref": "#/$defs/Fen",
       "default": 0,
       "examples": [
        5000
       ]
      }
     },
     "required": [
      "times",
      "before"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "times": 2,
       "before": 240,
       "free": 1,
       "fee": 5000
      }
     ]
    },
    "transfer": {
     "title": "转让",
     "description": "转给另一位顾客，重新填登记表，价格不变。不写就不能转让。",
     "x-en": {
      "title": "Transfer",
      "description": "To another customer, who fills in the form anew; the price stays. No transfer when left out."
     },
     "type": "object",
     "properties": {
      "times": {
       "title": "可转让几次",
       "x-en": {
        "title": "Times"
       },
       "type": "integer",
       "minimum": 0,
       "maximum": 20,
       "examples": [
        1
       ]
      },
      "until": {
       "title": "截止时刻",
       "x-en": {
        "title": "Until"
       },
       "$ref": "#/$defs/Moment",
       "examples": [
        "2027-02-28T23:59"
       ]
      },
      "before": {
       "title": "开始前至少（分钟）",
       "x-en": {
        "title": "Minutes before the start"
       },
       "$ref": "#/$defs/Minutes",
       "default": 0,
       "examples": [
        1440
       ]
      }
     },
     "required": [
      "times"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "times": 1,
       "until": "2027-02-28T23:59"
      }
     ]
    },
    "waitlist": {
     "title": "候补",
     "description": "满了可以排队；人数放不下的让后面放得下的先上，位次不变。",
     "x-en": {
      "title": "Waiting list",
      "description": "A line for what is full; whoever does not fit lets those behind pass and keeps their turn."
     },
     "type": "object",
     "properties": {
      "mode": {
       "title": "名额空出时",
       "description": "offer：为第一位保留一段时间，等他下单；auto：直接递补并通知（只用于不收费的）。",
       "x-en": {
        "title": "When a place falls free",
        "description": "offer: kept for the first in line until they order; auto: booked at once and told (free services only)."
       },
       "type": "string",
       "enum": [
        "offer",
        "auto"
       ],
       "examples": [
        "offer"
       ]
      },
      "offerMinutes": {
       "title": "保留多久（分钟）",
       "x-en": {
        "title": "Minutes an offer is kept"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 10080,
       "default": 720,
       "examples": [
        1440
       ]
      },
      "max": {
       "title": "最多排几位",
       "x-en": {
        "title": "Most in line"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 10000,
       "default": 200,
       "examples": [
        50
       ]
      }
     },
     "required": [
      "mode"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "mode": "offer",
       "offerMinutes": 720
      }
     ]
    },
    "noShow": {
     "title": "未到",
     "x-en": {
      "title": "No-show"
     },
     "type": "object",
     "properties": {
      "auto": {
       "title": "结束后自动记",
       "x-en": {
        "title": "Marked by itself after the end"
       },
       "type": "boolean",
       "default": false,
       "examples": [
        true
       ]
      },
      "graceMinutes": {
       "title": "结束后多久记（分钟）",
       "x-en": {
        "title": "Minutes after the end"
       },
       "$ref": "#/$defs/Minutes",
       "default": 60,
       "examples": [
        120
       ]
      },
      "limit": {
       "title": "几次后暂停预约",
       "x-en": {
        "title": "No-shows before a ban"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 100,
       "examples": [
        2
       ]
      },
      "banDays": {
       "title": "暂停几天",
       "x-en": {
        "title": "Days of the ban"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 3650,
       "examples": [
        90
       ]
      },
      "by": {
       "title": "按什么认人",
       "description": "phone：按登记表里的手机号。",
       "x-en": {
        "title": "Whom it counts for",
        "description": "phone: the phone number in the form."
       },
       "type": "string",
       "enum": [
        "customer",
        "phone"
       ],
       "default": "customer",
       "examples": [
        "phone"
       ]
      }
     },
     "additionalProperties": false,
     "examples": [
      {
       "auto": true,
       "limit": 2,
       "banDays": 90,
       "by": "phone"
      }
     ]
    }
   },
   "additionalProperties": false,
   "examples": [
    {
     "booking": {
      "notice": 120,
      "horizon": 30,
      "step": 30
     },
     "payment": {
      "kind": "full"
     },
     "cancellation": {
      "tiers": [
       {
        "before": 1440,
        "refund": 10000
       },
       {
        "before": 120,
        "refund": 5000
       }
      ]
     },
     "reschedule": {
      "times": 1,
      "before": 240
     }
    }
   ]
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
     "$ref": "#/$defs/Id",
     "examples": [
      "stylist-1"
     ]
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
     ],
     "examples": [
      "staff"
     ]
    },
    "name": {
     "title": "名称",
     "x-en": {
      "title": "Name"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "1号"
     ]
    },
    "level": {
     "title": "级别",
     "description": "级别列表里的标识。",
     "x-en": {
      "title": "Level",
      "description": "An identifier from the list of levels."
     },
     "$ref": "#/$defs/Id",
     "examples": [
      "director"
     ]
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
     "maxItems": 100,
     "examples": [
      [
       "cut",
       "perm"
      ]
     ]
    },
    "introduction": {
     "title": "介绍",
     "x-en": {
      "title": "Introduction"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "从业十五年，擅长短发与烫发设计。"
     ]
    },
    "image": {
     "title": "头像",
     "x-en": {
      "title": "Portrait"
     },
     "$ref": "#/$defs/Image",
     "examples": [
      "illustration:stylist-a"
     ]
    },
    "schedule": {
     "title": "时间表",
     "description": "不写就跟店铺营业时间一样。",
     "x-en": {
      "title": "Schedule",
      "description": "The opening hours of the shop when left out."
     },
     "$ref": "#/$defs/Schedule"
    },
    "capacity": {
     "title": "同时能接几单",
     "description": "一组人或设备（如 5 位保洁员、8 台机器）可写成一个资源，容量就是个数；每单按数量占用。",
     "x-en": {
      "title": "Capacity",
      "description": "A pool (5 cleaners, 8 machines) may be one resource whose capacity is their number; a booking takes as many as it needs."
     },
     "type": "integer",
     "minimum": 1,
     "maximum": 1000,
     "default": 1,
     "examples": [
      5
     ]
    }
   },
   "required": [
    "id",
    "kind",
    "name"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "id": "stylist-1",
     "kind": "staff",
     "name": "1号",
     "level": "director",
     "tags": [
      "cut",
      "perm"
     ]
    },
    {
     "id": "cleaners",
     "kind": "staff",
     "name": "保洁员",
     "capacity": 5
    }
   ]
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
        "uniqueItems": true,
        "examples": [
         [
          "mon",
          "wed"
         ]
        ]
       },
       "from": {
        "title": "从",
        "x-en": {
         "title": "From"
        },
        "$ref": "#/$defs/WallTime",
        "examples": [
         "10:00"
        ]
       },
       "to": {
        "title": "到",
        "x-en": {
         "title": "To"
        },
        "$ref": "#/$defs/WallTime",
        "examples": [
         "19:00"
        ]
       }
      },
      "required": [
       "days",
       "from",
       "to"
      ],
      "additionalProperties": false
     },
     "maxItems": 100,
     "examples": [
      [
       {
        "days": [
         "mon",
         "wed"
        ],
        "from": "10:00",
        "to": "19:00"
       }
      ]
     ]
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
        "uniqueItems": true,
        "examples": [
         [
          "mon"
         ]
        ]
       },
       "from": {
        "title": "从",
        "x-en": {
         "title": "From"
        },
        "$ref": "#/$defs/WallTime",
        "examples": [
         "13:00"
        ]
       },
       "to": {
        "title": "到",
        "x-en": {
         "title": "To"
        },
        "$ref": "#/$defs/WallTime",
        "examples": [
         "14:00"
        ]
       }
      },
      "required": [
       "from",
       "to"
      ],
      "additionalProperties": false
     },
     "maxItems": 50,
     "examples": [
      [
       {
        "from": "13:00",
        "to": "14:00"
       }
      ]
     ]
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
        "$ref": "#/$defs/Day",
        "examples": [
         "2027-02-05"
        ]
       },
       "to": {
        "title": "末日",
        "description": "不写就是只有一天；含这一天。",
        "x-en": {
         "title": "Last day",
         "description": "Inclusive; one day when left out."
        },
        "$ref": "#/$defs/Day",
        "examples": [
         "2027-02-11"
        ]
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
           "$ref": "#/$defs/WallTime",
           "examples": [
            "10:00"
           ]
          },
          "to": {
           "title": "到",
           "x-en": {
            "title": "To"
           },
           "$ref": "#/$defs/WallTime",
           "examples": [
            "15:00"
           ]
          }
         },
         "required": [
          "from",
          "to"
         ],
         "additionalProperties": false
        },
        "maxItems": 10,
        "examples": [
         [
          {
           "from": "10:00",
           "to": "15:00"
          }
         ],
         []
        ]
       },
       "reason": {
        "title": "说明",
        "description": "顾客会看到。",
        "x-en": {
         "title": "Reason",
         "description": "Shown to customers."
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "春节休息"
        ]
       }
      },
      "required": [
       "from",
       "open"
      ],
      "additionalProperties": false
     },
     "maxItems": 400,
     "examples": [
      [
       {
        "from": "2027-02-05",
        "to": "2027-02-11",
        "open": [],
        "reason": "春节休息"
       }
      ]
     ]
    },
    "rotation": {
     "title": "轮班",
     "description": "按轮次重复的班；和每周时段合在一起。",
     "x-en": {
      "title": "Rotation",
      "description": "Shifts that repeat in a cycle; joined with the weekly ranges."
     },
     "type": "object",
     "properties": {
      "from": {
       "title": "第 1 天是",
       "description": "从这一天起循环；之前没有班。",
       "x-en": {
        "title": "Day 1 is",
        "description": "The cycle begins on this day; no shift before it."
       },
       "$ref": "#/$defs/Day",
       "examples": [
        "2027-01-04"
       ]
      },
      "days": {
       "title": "一轮几天",
       "description": "如两周一轮写 14，做二休二写 4。",
       "x-en": {
        "title": "Days of a cycle",
        "description": "14 for two weeks in turn, 4 for two days on and two off."
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 366,
       "examples": [
        4
       ]
      },
      "shifts": {
       "title": "班次",
       "x-en": {
        "title": "Shifts"
       },
       "type": "array",
       "items": {
        "title": "班次",
        "x-en": {
         "title": "Shift"
        },
        "type": "object",
        "properties": {
         "on": {
          "title": "第几天",
          "description": "一轮里的第几天，从 1 起。",
          "x-en": {
           "title": "On days",
           "description": "Days of the cycle, from 1."
          },
          "type": "array",
          "items": {
           "type": "integer",
           "minimum": 1,
           "maximum": 366
          },
          "maxItems": 366,
          "minItems": 1,
          "uniqueItems": true,
          "examples": [
           [
            1,
            2
           ]
          ]
         },
         "from": {
          "title": "从",
          "x-en": {
           "title": "From"
          },
          "$ref": "#/$defs/WallTime",
          "examples": [
           "08:00"
          ]
         },
         "to": {
          "title": "到",
          "x-en": {
           "title": "To"
          },
          "$ref": "#/$defs/WallTime",
          "examples": [
           "16:00"
          ]
         }
        },
        "required": [
         "on",
         "from",
         "to"
        ],
        "additionalProperties": false
       },
       "maxItems": 200,
       "examples": [
        [
         {
          "on": [
           1,
           2
          ],
          "from": "08:00",
          "to": "16:00"
         }
        ]
       ]
      }
     },
     "required": [
      "from",
      "days",
      "shifts"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "from": "2027-01-04",
       "days": 4,
       "shifts": [
        {
         "on": [
          1,
          2
         ],
         "from": "08:00",
         "to": "16:00"
        }
       ]
      }
     ]
    }
   },
   "additionalProperties": false,
   "examples": [
    {
     "weekly": [
      {
       "days": [
        "mon",
        "wed",
        "thu",
        "fri"
       ],
       "from": "10:00",
       "to": "19:00"
      }
     ],
     "breaks": [
      {
       "from": "13:00",
       "to": "14:00"
      }
     ],
     "exceptions": [
      {
       "from": "2027-02-05",
       "to": "2027-02-11",
       "open": [],
       "reason": "春节休息"
      }
     ]
    }
   ]
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
     "$ref": "#/$defs/Id",
     "examples": [
      "cut"
     ]
    },
    "title": {
     "title": "名称",
     "x-en": {
      "title": "Title"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "洗剪吹"
     ]
    },
    "mode": {
     "title": "方式",
     "description": "appointment：顾客在资源的日历上选开始时间；session：定好日期的课或场次，有座位；registration：报名，按票种和名额，不选时间。",
     "x-en": {
      "title": "Mode",
      "description": "appointment: the customer chooses a start on the calendars of resources; session: dated classes or lectures with seats; registration: tickets with quotas, no time to choose."
     },
     "type": "string",
     "enum": [
      "appointment",
      "session",
      "registration"
     ],
     "examples": [
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
     "$ref": "#/$defs/Id",
     "examples": [
      "cutting"
     ]
    },
    "summary": {
     "title": "一句话介绍",
     "x-en": {
      "title": "Summary"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "沟通、洗发、修剪、造型"
     ]
    },
    "description": {
     "title": "详细介绍",
     "x-en": {
      "title": "Description"
     },
     "$ref": "#/$defs/Text",
     "examples": [
      "先聊聊想要的样子，再洗发、修剪、吹干造型。"
     ]
    },
    "image": {
     "title": "图片",
     "x-en": {
      "title": "Image"
     },
     "$ref": "#/$defs/Image",
     "examples": [
      "illustration:cut"
     ]
    },
    "gallery": {
     "title": "更多图片",
     "description": "在项目页上一排显示，点开放大：作品、环境、器材。",
     "x-en": {
      "title": "More pictures",
      "description": "In a row on the page of the service, larger at a tap: work, rooms, equipment."
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Image"
     },
     "minItems": 1,
     "maxItems": 12,
     "examples": [
      [
       "illustration:salon"
      ]
     ]
    },
    "duration": {
     "title": "时长（分钟）",
     "x-en": {
      "title": "Duration (minutes)"
     },
     "type": "integer",
     "minimum": 5,
     "maximum": 1440,
     "examples": [
      60
     ]
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
       "default": 0,
       "examples": [
        30
       ]
      },
      "after": {
       "title": "之后（分钟）",
       "x-en": {
        "title": "After (minutes)"
       },
       "$ref": "#/$defs/Minutes",
       "default": 0,
       "examples": [
        10
       ]
      }
     },
     "additionalProperties": false,
     "examples": [
      {
       "after": 10
      }
     ]
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
        "$ref": "#/$defs/Id",
        "examples": [
         "stylist"
        ]
       },
       "title": {
        "title": "角色名称",
        "x-en": {
         "title": "Role title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "发型师"
        ]
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
        ],
        "examples": [
         "staff"
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
        "maxItems": 20,
        "examples": [
         [
          "cut"
         ]
        ]
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
        "default": "customer",
        "examples": [
         "any"
        ]
       },
       "quantity": {
        "title": "几个",
        "description": "一单占用几个；people 就是人数。",
        "x-en": {
         "title": "Quantity",
         "description": "How many a booking takes; people: as many as the people of the order."
        },
        "oneOf": [
         {
          "type": "integer",
          "minimum": 1,
          "maximum": 50
         },
         {
          "const": "people"
         }
        ],
        "default": 1,
        "examples": [
         2,
         "people"
        ]
       },
       "part": {
        "title": "只在其中一段",
        "description": "如染发等待时不占发型师。",
        "x-en": {
         "title": "Only for a part",
         "description": "Such as a stylist who is free while the colour sets."
        },
        "type": "object",
        "properties": {
         "from": {
          "title": "从第几分钟",
          "x-en": {
           "title": "From minute"
          },
          "$ref": "#/$defs/Minutes",
          "examples": [
           0
          ]
         },
         "minutes": {
          "title": "几分钟",
          "x-en": {
           "title": "Minutes"
          },
          "type": "integer",
          "minimum": 5,
          "maximum": 1440,
          "examples": [
           40
          ]
         }
        },
        "required": [
         "from",
         "minutes"
        ],
        "additionalProperties": false,
        "examples": [
         {
          "from": 0,
          "minutes": 40
         }
        ]
       }
      },
      "required": [
       "role",
       "title",
       "kind"
      ],
      "additionalProperties": false,
      "examples": [
       {
        "role": "stylist",
        "title": "发型师",
        "kind": "staff",
        "tags": [
         "cut"
        ]
       }
      ]
     },
     "maxItems": 10,
     "examples": [
      [
       {
        "role": "stylist",
        "title": "发型师",
        "kind": "staff",
        "tags": [
         "cut"
        ]
       }
      ]
     ]
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
        "$ref": "#/$defs/Id",
        "examples": [
         "senior"
        ]
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "资深"
        ]
       },
       "price": {
        "title": "价格（分）",
        "x-en": {
         "title": "Price (fen)"
        },
        "$ref": "#/$defs/Fen",
        "examples": [
         12800
        ]
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
        "maximum": 1440,
        "examples": [
         90
        ]
       },
       "level": {
        "title": "限定级别",
        "description": "只由这个级别的资源提供（按服务的第一项资源要求）；任意分配时，由分到的资源的级别决定价目。",
        "x-en": {
         "title": "Level",
         "description": "Given only by resources of this level (of the first requirement); when any is assigned, the level of the one assigned decides the offering."
        },
        "$ref": "#/$defs/Id",
        "examples": [
         "senior"
        ]
       },
       "description": {
        "title": "说明",
        "x-en": {
         "title": "Description"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "含一次护理"
        ]
       },
       "per": {
        "title": "价格是",
        "description": "booking：一单；person：每人；time：每段时间；personTime：每人每段时间。不写：appointment 是一单，其他是每人。",
        "x-en": {
         "title": "Price for",
         "description": "booking: the order; person: each person; time: each stretch of time; personTime: each person and stretch. When left out: booking for appointment, person otherwise."
        },
        "type": "string",
        "enum": [
         "booking",
         "person",
         "time",
         "personTime"
        ],
        "examples": [
         "personTime"
        ]
       },
       "unitMinutes": {
        "title": "一段几分钟",
        "description": "per 为 time 或 personTime 时用；不足一段按分钟折算。选项和加项增加的时间不算：它们自有价格。",
        "x-en": {
         "title": "Minutes of a stretch",
         "description": "With time and personTime; a part is charged by the minute. Minutes added by options and add-ons are not counted: these have prices of their own."
        },
        "type": "integer",
        "minimum": 1,
        "maximum": 1440,
        "default": 60,
        "examples": [
         30
        ]
       },
       "covers": {
        "title": "买到的是",
        "description": "session：一场；series：整期每一场。",
        "x-en": {
         "title": "Buys",
         "description": "session: one occurrence; series: all of them."
        },
        "type": "string",
        "enum": [
         "session",
         "series"
        ],
        "default": "session",
        "examples": [
         "series"
        ]
       },
       "prorate": {
        "title": "插班按剩余次数收",
        "description": "整期价按剩余次数的比例。",
        "x-en": {
         "title": "Late joiners pay for what is left",
         "description": "The price of the series by the share of sessions left."
        },
        "type": "boolean",
        "default": false,
        "examples": [
         true
        ]
       },
       "quotas": {
        "title": "占用的名额",
        "description": "服务的 quotas 里的标识。",
        "x-en": {
         "title": "Quotas",
         "description": "Identifiers of the service’s quotas."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Id"
        },
        "maxItems": 20,
        "uniqueItems": true,
        "examples": [
         [
          "all",
          "full"
         ]
        ]
       },
       "addOns": {
        "title": "可加项目",
        "description": "这个票种另可加的。",
        "x-en": {
         "title": "Add-ons",
         "description": "Which this ticket may have besides."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Id"
        },
        "maxItems": 50,
        "uniqueItems": true,
        "examples": [
         [
          "insurance"
         ]
        ]
       },
       "requiredAddOns": {
        "title": "必加项目",
        "description": "这个票种必须有的，自动计入。",
        "x-en": {
         "title": "Required add-ons",
         "description": "Included in this ticket, counted in by itself."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Id"
        },
        "maxItems": 50,
        "uniqueItems": true,
        "examples": [
         [
          "insurance"
         ]
        ]
       },
       "eligibility": {
        "title": "资格",
        "description": "只对这个价目（票种）。",
        "x-en": {
         "title": "Eligibility",
         "description": "Of this offering (ticket) alone."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Eligibility"
        },
        "maxItems": 20
       },
       "team": {
        "title": "组队",
        "description": "一单里这个票种的张数要在这之间。",
        "x-en": {
         "title": "Team",
         "description": "How many of this ticket one order must have."
        },
        "type": "object",
        "properties": {
         "min": {
          "title": "最少几人",
          "x-en": {
           "title": "Least"
          },
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "examples": [
           4
          ]
         },
         "max": {
          "title": "最多几人",
          "x-en": {
           "title": "Most"
          },
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "examples": [
           6
          ]
         }
        },
        "required": [
         "min",
         "max"
        ],
        "additionalProperties": false,
        "examples": [
         {
          "min": 4,
          "max": 6
         }
        ]
       },
       "approval": {
        "title": "人工审核",
        "description": "代替规则里的审核设置。",
        "x-en": {
         "title": "Approval",
         "description": "Instead of that of the policy."
        },
        "type": "string",
        "enum": [
         "none",
         "beforePayment",
         "afterPayment"
        ],
        "examples": [
         "afterPayment"
        ]
       },
       "opens": {
        "title": "开售时刻",
        "x-en": {
         "title": "On sale from"
        },
        "$ref": "#/$defs/Moment",
        "examples": [
         "2026-12-01T10:00"
        ]
       },
       "closes": {
        "title": "停售时刻",
        "x-en": {
         "title": "On sale until"
        },
        "$ref": "#/$defs/Moment",
        "examples": [
         "2027-02-28T23:59"
        ]
       },
       "grants": {
        "title": "给予的权益",
        "description": "权益列表里的标识：买下后得到的次卡、会员或储值。",
        "x-en": {
         "title": "Grants",
         "description": "An identifier from the list of entitlements: the pass, membership or stored value that is bought."
        },
        "$ref": "#/$defs/Id",
        "examples": [
         "ten-visits"
        ]
       }
      },
      "required": [
       "id",
       "title",
       "price"
      ],
      "additionalProperties": false,
      "examples": [
       {
        "id": "senior",
        "title": "资深",
        "price": 12800,
        "level": "senior"
       },
       {
        "id": "term",
        "title": "整期",
        "price": 298000,
        "covers": "series",
        "prorate": true
       },
       {
        "id": "full",
        "title": "全马",
        "price": 20000,
        "quotas": [
         "all",
         "full"
        ],
        "requiredAddOns": [
         "insurance"
        ]
       }
      ]
     },
     "minItems": 1,
     "maxItems": 50,
     "examples": [
      [
       {
        "id": "senior",
        "title": "资深",
        "price": 12800,
        "level": "senior"
       }
      ]
     ]
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
        "$ref": "#/$defs/Id",
        "examples": [
         "length"
        ]
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "头发长度"
        ]
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
           "$ref": "#/$defs/Id",
           "examples": [
            "long"
           ]
          },
          "title": {
           "title": "名称",
           "x-en": {
            "title": "Title"
           },
           "$ref": "#/$defs/Text",
           "examples": [
            "长发"
           ]
          },
          "price": {
           "title": "加价（分）",
           "x-en": {
            "title": "Extra price (fen)"
           },
           "$ref": "#/$defs/Fen",
           "default": 0,
           "examples": [
            20000
           ]
          },
          "minutes": {
           "title": "增加的分钟数",
           "x-en": {
            "title": "Extra minutes"
           },
           "$ref": "#/$defs/Minutes",
           "default": 0,
           "examples": [
            30
           ]
          }
         },
         "required": [
          "id",
          "title"
         ],
         "additionalProperties": false
        },
        "minItems": 1,
        "maxItems": 30,
        "examples": [
         [
          {
           "id": "short",
           "title": "短发"
          },
          {
           "id": "long",
           "title": "长发",
           "price": 20000
          }
         ]
        ]
       }
      },
      "required": [
       "id",
       "title",
       "choices"
      ],
      "additionalProperties": false
     },
     "maxItems": 10,
     "examples": [
      [
       {
        "id": "length",
        "title": "头发长度",
        "choices": [
         {
          "id": "short",
          "title": "短发"
         },
         {
          "id": "long",
          "title": "长发",
          "price": 20000,
          "minutes": 30
         }
        ]
       }
      ]
     ]
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
     "maxItems": 50,
     "examples": [
      [
       "care",
       "scalp"
      ]
     ]
    },
    "form": {
     "title": "登记表",
     "x-en": {
      "title": "Form"
     },
     "$ref": "#/$defs/Id",
     "examples": [
      "details"
     ]
    },
    "policies": {
     "title": "本服务的规则",
     "description": "写了哪一项，就整项代替店铺的同名规则。",
     "x-en": {
      "title": "Policies of this service",
      "description": "Each policy given here replaces the policy of that name of the shop whole."
     },
     "$ref": "#/$defs/Policies",
     "examples": [
      {
       "payment": {
        "kind": "deposit",
        "rate": 3000
       }
      }
     ]
    },
    "durationChoice": {
     "title": "可选时长",
     "description": "时长由顾客选，代替固定时长；几个相邻的时段也这样写。",
     "x-en": {
      "title": "Choice of duration",
      "description": "The customer chooses how long, instead of a fixed duration; adjoining slots are written so too."
     },
     "type": "object",
     "properties": {
      "min": {
       "title": "最短（分钟）",
       "x-en": {
        "title": "Shortest (minutes)"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 1440,
       "examples": [
        120
       ]
      },
      "max": {
       "title": "最长（分钟）",
       "x-en": {
        "title": "Longest (minutes)"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 1440,
       "examples": [
        360
       ]
      },
      "step": {
       "title": "每档（分钟）",
       "x-en": {
        "title": "Step (minutes)"
       },
       "type": "integer",
       "minimum": 5,
       "maximum": 1440,
       "examples": [
        30
       ]
      }
     },
     "required": [
      "min",
      "max",
      "step"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "min": 120,
       "max": 360,
       "step": 30
      }
     ]
    },
    "people": {
     "title": "人数",
     "description": "一单几人；不写就是 1 人（session、registration 不写最多 20）。",
     "x-en": {
      "title": "Party",
      "description": "People in one order; 1 when left out (up to 20 for session and registration)."
     },
     "type": "object",
     "properties": {
      "title": {
       "title": "怎么称呼",
       "description": "如 几位保洁员、几人同行。",
       "x-en": {
        "title": "What it is called",
        "description": "Such as “Cleaners” or “Guests”."
       },
       "$ref": "#/$defs/Text",
       "examples": [
        "几位保洁员"
       ]
      },
      "min": {
       "title": "最少",
       "x-en": {
        "title": "Least"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 1000,
       "default": 1,
       "examples": [
        2
       ]
      },
      "max": {
       "title": "最多",
       "x-en": {
        "title": "Most"
       },
       "type": "integer",
       "minimum": 1,
       "maximum": 1000,
       "examples": [
        3
       ]
      }
     },
     "required": [
      "max"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "title": "几位保洁员",
       "max": 3
      }
     ]
    },
    "quotas": {
     "title": "名额",
     "description": "几个票种可共用一个；一张票可以同时受几个名额限制。",
     "x-en": {
      "title": "Quotas",
      "description": "Several tickets may share one; a ticket may count against several at once."
     },
     "type": "array",
     "items": {
      "title": "名额",
      "x-en": {
       "title": "Quota"
      },
      "type": "object",
      "properties": {
       "id": {
        "title": "标识",
        "x-en": {
         "title": "Identifier"
        },
        "$ref": "#/$defs/Id",
        "examples": [
         "full"
        ]
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "全马"
        ]
       },
       "total": {
        "title": "总数",
        "x-en": {
         "title": "Total"
        },
        "type": "integer",
        "minimum": 1,
        "maximum": 50000,
        "examples": [
         300
        ]
       }
      },
      "required": [
       "id",
       "total"
      ],
      "additionalProperties": false
     },
     "maxItems": 100,
     "examples": [
      [
       {
        "id": "all",
        "title": "总名额",
        "total": 900
       },
       {
        "id": "full",
        "title": "全马",
        "total": 300
       }
      ]
     ]
    },
    "series": {
     "title": "场次",
     "description": "session 用。",
     "x-en": {
      "title": "Series of sessions",
      "description": "For session."
     },
     "type": "array",
     "items": {
      "title": "一组场次",
      "x-en": {
       "title": "Series"
      },
      "type": "object",
      "properties": {
       "id": {
        "title": "标识",
        "x-en": {
         "title": "Identifier"
        },
        "$ref": "#/$defs/Id",
        "examples": [
         "spring"
        ]
       },
       "title": {
        "title": "名称",
        "x-en": {
         "title": "Title"
        },
        "$ref": "#/$defs/Text",
        "examples": [
         "春季班"
        ]
       },
       "day": {
        "title": "第一次的日期",
        "x-en": {
         "title": "Day of the first"
        },
        "$ref": "#/$defs/Day",
        "examples": [
         "2027-03-06"
        ]
       },
       "time": {
        "title": "开始时刻",
        "x-en": {
         "title": "Starting time"
        },
        "$ref": "#/$defs/WallTime",
        "examples": [
         "10:00"
        ]
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
        "maximum": 10080,
        "examples": [
         90
        ]
       },
       "rrule": {
        "title": "重复",
        "description": "iCalendar 的 RRULE，如 FREQ=WEEKLY;COUNT=12；按墙上时间重复。不写就是一次。",
        "x-en": {
         "title": "Repetition",
         "description": "An RRULE of iCalendar, such as FREQ=WEEKLY;COUNT=12; repeats by the clock on the wall. Once when left out."
        },
        "type": "string",
        "maxLength": 200,
        "pattern": "^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$",
        "examples": [
         "FREQ=WEEKLY;COUNT=12"
        ]
       },
       "except": {
        "title": "除去的日子",
        "x-en": {
         "title": "Days left out"
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Day"
        },
        "maxItems": 400,
        "uniqueItems": true,
        "examples": [
         [
          "2027-05-01"
         ]
        ]
       },
       "also": {
        "title": "另加的场次",
        "x-en": {
         "title": "Further occurrences"
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Moment"
        },
        "maxItems": 400,
        "uniqueItems": true,
        "examples": [
         [
          "2027-05-29T10:00"
         ]
        ]
       },
       "seats": {
        "title": "座位",
        "description": "seats 和 rooms 写一个；有 rooms 时，座位是各房间之和。",
        "x-en": {
         "title": "Seats",
         "description": "Either this or rooms; with rooms, the seats are those of all rooms together."
        },
        "type": "integer",
        "minimum": 1,
        "maximum": 50000,
        "examples": [
         12
        ]
       },
       "rooms": {
        "title": "房间和座位",
        "description": "代替 seats：订单确认时，系统给每个人分房间和座位号。房间按先后坐满，同一单的人尽量在一个房间，号码从小到大。这些房间和 resources 一样被占用。只用于单场，不用于整期。",
        "x-en": {
         "title": "Rooms and seats",
         "description": "Instead of seats: each person is given a room and a seat number when the order is confirmed. Rooms are filled in this order, people of one order together where a room has seats for all, lowest numbers first. The rooms are taken as resources are. For single sessions, not for a whole series."
        },
        "type": "array",
        "items": {
         "title": "房间",
         "x-en": {
          "title": "Seating room"
         },
         "type": "object",
         "properties": {
          "resource": {
           "title": "资源",
           "description": "资源列表里的标识。",
           "x-en": {
            "title": "Resource",
            "description": "An identifier from the list of resources."
           },
           "$ref": "#/$defs/Id",
           "examples": [
            "room-101"
           ]
          },
          "seats": {
           "title": "座位",
           "x-en": {
            "title": "Seats"
           },
           "type": "integer",
           "minimum": 1,
           "maximum": 2000,
           "examples": [
            30
           ]
          },
          "numbered": {
           "title": "座位编号",
           "description": "false：只分房间，不给号码。",
           "x-en": {
            "title": "Numbered",
            "description": "false: only the room is given, no number."
           },
           "type": "boolean",
           "default": true,
           "examples": [
            false
           ]
          }
         },
         "required": [
          "resource",
          "seats"
         ],
         "additionalProperties": false,
         "examples": [
          {
           "resource": "room-101",
           "seats": 30
          },
          {
           "resource": "hall",
           "seats": 80,
           "numbered": false
          }
         ]
        },
        "minItems": 1,
        "maxItems": 20,
        "examples": [
         [
          {
           "resource": "room-101",
           "seats": 30
          },
          {
           "resource": "room-102",
           "seats": 20
          }
         ]
        ]
       },
       "resources": {
        "title": "占用的资源",
        "description": "这些时间里不再接别的预约。",
        "x-en": {
         "title": "Resources taken",
         "description": "Not open to appointments at these times."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Id"
        },
        "maxItems": 20,
        "uniqueItems": true,
        "examples": [
         [
          "room-1"
         ]
        ]
       },
       "offerings": {
        "title": "可买的价目",
        "description": "不写就是全部。",
        "x-en": {
         "title": "Offerings",
         "description": "All when left out."
        },
        "type": "array",
        "items": {
         "$ref": "#/$defs/Id"
        },
        "maxItems": 50,
        "uniqueItems": true,
        "examples": [
         [
          "term"
         ]
        ]
       },
       "lateJoin": {
        "title": "开课后可插班",
        "description": "整期的价目；按剩余次数占座位。",
        "x-en": {
         "title": "May be joined after it began",
         "description": "For offerings of the whole series; takes seats in the sessions left."
        },
        "type": "boolean",
        "default": false,
        "examples": [
         true
        ]
       }
      },
      "required": [
       "id",
       "day",
       "time"
      ],
      "additionalProperties": false
     },
     "maxItems": 200,
     "examples": [
      [
       {
        "id": "spring",
        "day": "2027-03-06",
        "time": "10:00",
        "rrule": "FREQ=WEEKLY;COUNT=12",
        "seats": 12
       }
      ],
      [
       {
        "id": "may",
        "day": "2027-05-15",
        "time": "09:00",
        "rooms": [
         {
          "resource": "room-101",
          "seats": 30
         },
         {
          "resource": "room-102",
          "seats": 20
         }
        ]
       }
      ]
     ]
    },
    "event": {
     "title": "活动时间",
     "description": "registration 用；不写就没有日期（如卖次卡）。",
     "x-en": {
      "title": "Event time",
      "description": "For registration; none where there is no date (such as selling passes)."
     },
     "type": "object",
     "properties": {
      "day": {
       "title": "日期",
       "x-en": {
        "title": "Day"
       },
       "$ref": "#/$defs/Day",
       "examples": [
        "2027-04-18"
       ]
      },
      "time": {
       "title": "开始时刻",
       "x-en": {
        "title": "Starting time"
       },
       "$ref": "#/$defs/WallTime",
       "examples": [
        "07:30"
       ]
      },
      "endDay": {
       "title": "结束日期",
       "x-en": {
        "title": "Last day"
       },
       "$ref": "#/$defs/Day",
       "examples": [
        "2027-04-19"
       ]
      },
      "endTime": {
       "title": "结束时刻",
       "x-en": {
        "title": "Ending time"
       },
       "$ref": "#/$defs/WallTime",
       "examples": [
        "13:00"
       ]
      },
      "place": {
       "title": "地点",
       "x-en": {
        "title": "Place"
       },
       "$ref": "#/$defs/Text",
       "examples": [
        "滨江公园"
       ]
      }
     },
     "required": [
      "day",
      "time",
      "endTime"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "day": "2027-04-18",
       "time": "07:30",
       "endTime": "13:00",
       "place": "滨江公园"
      }
     ]
    },
    "participants": {
     "title": "参加者",
     "x-en": {
      "title": "Participants"
     },
     "type": "object",
     "properties": {
      "form": {
       "title": "每人填的登记表",
       "x-en": {
        "title": "Form of each"
       },
       "$ref": "#/$defs/Id",
       "examples": [
        "child"
       ]
      },
      "who": {
       "title": "谁要填",
       "description": "everyone：每个名额一份；companions：本人之外的每位。",
       "x-en": {
        "title": "Who",
        "description": "everyone: one for each place; companions: for each beside the customer."
       },
       "type": "string",
       "enum": [
        "everyone",
        "companions"
       ],
       "default": "everyone",
       "examples": [
        "companions"
       ]
      },
      "title": {
       "title": "怎么称呼",
       "description": "如 孩子、选手。",
       "x-en": {
        "title": "What one is called",
        "description": "Such as “Child” or “Runner”."
       },
       "$ref": "#/$defs/Text",
       "examples": [
        "孩子"
       ]
      }
     },
     "required": [
      "form"
     ],
     "additionalProperties": false,
     "examples": [
      {
       "form": "child",
       "title": "孩子"
      }
     ]
    },
    "ageOn": {
     "title": "年龄按哪一天算",
     "description": "不写就是开始的日子（整期是第一次；没有日期就是当天）。",
     "x-en": {
      "title": "Age on",
      "description": "The day of the start when left out (of a series the first; today where there is none)."
     },
     "$ref": "#/$defs/Day",
     "examples": [
      "2027-04-18"
     ]
    },
    "eligibility": {
     "title": "报名资格",
     "x-en": {
      "title": "Eligibility"
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Eligibility"
     },
     "maxItems": 50
    },
    "requiredAddOns": {
     "title": "必加项目",
     "description": "每单（逐人时每人）都要的。",
     "x-en": {
      "title": "Required add-ons",
      "description": "Always included, for every place."
     },
     "type": "array",
     "items": {
      "$ref": "#/$defs/Id"
     },
     "maxItems": 50,
     "uniqueItems": true,
     "examples": [
      [
       "insurance"
      ]
     ]
    },
    "addOnsEach": {
     "title": "加项按人选",
     "description": "每位参加者各选各的加项。",
     "x-en": {
      "title": "Add-ons for each person",
      "description": "Each participant chooses their own."
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    },
    "feedback": {
     "title": "反馈表",
     "description": "完成后请顾客填的登记表。",
     "x-en": {
      "title": "Feedback form",
      "description": "The form customers are asked for afterwards."
     },
     "$ref": "#/$defs/Id",
     "examples": [
      "thanks"
     ]
    },
    "invoice": {
     "title": "发票登记表",
     "description": "付款后，顾客在订单里申请发票时填的登记表，如抬头、税号、邮箱。不写就没有这个入口。",
     "x-en": {
      "title": "Invoice form",
      "description": "The form with which customers ask for an invoice once they have paid, such as title, tax number, e-mail. Without it they are not offered one."
     },
     "$ref": "#/$defs/Id",
     "examples": [
      "invoice"
     ]
    },
    "combinable": {
     "title": "可接着做",
     "description": "appointment：可和别的这样的服务连着预约，一单付。",
     "x-en": {
      "title": "May be booked in a row",
      "description": "appointment: may be booked right after another such service in one order."
     },
     "type": "boolean",
     "default": false,
     "examples": [
      true
     ]
    }
   },
   "required": [
    "id",
    "title",
    "mode",
    "offerings",
    "form"
   ],
   "additionalProperties": false,
   "examples": [
    {
     "id": "cut",
     "title": "洗剪吹",
     "mode": "appointment",
     "duration": 60,
     "requirements": [
      {
       "role": "stylist",
       "title": "发型师",
       "kind": "staff",
       "tags": [
        "cut"
       ]
      }
     ],
     "offerings": [
      {
       "id": "standard",
       "title": "标准",
       "price": 8800
      }
     ],
     "form": "details"
    }
   ]
  }
 }
}
