#include "mappings.h"

static const unsigned char cams_line[] = {
#embed "../../Mappings/formats/cams-line.json"
};
static const unsigned char cams_viber[] = {
#embed "../../Mappings/formats/cams-viber.json"
};
static const unsigned char cams_whatsapp[] = {
#embed "../../Mappings/formats/cams-whatsapp.json"
};
static const unsigned char canonical[] = {
#embed "../../Mappings/formats/canonical.json"
};
static const unsigned char whatsapp_cloud[] = {
#embed "../../Mappings/formats/whatsapp-cloud.json"
};
static const unsigned char line_messaging[] = {
#embed "../../Mappings/formats/line-messaging.json"
};
static const unsigned char viber_bot[] = {
#embed "../../Mappings/formats/viber-bot.json"
};
static const unsigned char languages[] = {
#embed "../../Mappings/languages.json"
};
static const unsigned char phrases[] = {
#embed "../../Mappings/phrases.json"
};
static const unsigned char xml_alibaba_sms[] = {
#embed "../../Mappings/xml/alibaba-sms.json"
};
static const unsigned char xml_cams[] = {
#embed "../../Mappings/xml/cams.json"
};
static const unsigned char xml_wso2[] = {
#embed "../../Mappings/xml/wso2.json"
};

#define MAPPING(name, bytes) {name, bytes, sizeof(bytes)}

static const struct embedded_mapping mappings[] = {
    MAPPING("formats/cams-line", cams_line),
    MAPPING("formats/cams-viber", cams_viber),
    MAPPING("formats/cams-whatsapp", cams_whatsapp),
    MAPPING("formats/canonical", canonical),
    MAPPING("formats/whatsapp-cloud", whatsapp_cloud),
    MAPPING("formats/line-messaging", line_messaging),
    MAPPING("formats/viber-bot", viber_bot),
    MAPPING("languages", languages),
    MAPPING("phrases", phrases),
    MAPPING("xml/alibaba-sms", xml_alibaba_sms),
    MAPPING("xml/cams", xml_cams),
    MAPPING("xml/wso2", xml_wso2),
};

struct embedded_mapping embedded_mapping_at(unsigned long index) {
  static const struct embedded_mapping none = {0, 0, 0};
  return index < sizeof(mappings) / sizeof(mappings[0]) ? mappings[index] : none;
}
