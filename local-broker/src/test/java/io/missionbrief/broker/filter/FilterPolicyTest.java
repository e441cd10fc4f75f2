package io.missionbrief.broker.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.broker.message.MessageAttribute;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['x']                              | String       | x         | true",
                "['x']                              | String       | X         | false",
                "['x','y']                          | String       | y         | true",
                "['x']                              | String       |           | false",
                "[5]                                | Number       | 5.0       | true",
                "[5]                                | String       | 5         | false",
                "['y']                              | String.Array | ['x','y'] | true",
                "['z',true]                         | String.Array | ['x',true]| true",
                "[{'prefix':'Lead.'}]               | String       | Lead.New  | true",
                "[{'prefix':'Lead.'}]               | String       | Leads     | false",
                "[{'anything-but':'x'}]             | String       | y         | true",
                "[{'anything-but':['x','y']}]       | String       | y         | false",
                "[{'anything-but':{'prefix':'x'}}]  | String       | xy        | false",
                "[{'anything-but':'x'}]             | String       |           | false",
                "[{'exists':true}]                  | String       | x         | true",
                "[{'exists':true}]                  | Binary       | AAAA      | false",
                "[{'exists':false}]                 | String       |           | true",
                "[{'numeric':['>=',0,'<',10]}]      | Number       | 10        | false",
                "[{'numeric':['>=',0,'<',10]}]      | Number       | 0         | true",
                "[{'numeric':['=',10]}]             | Number       | 1e1       | true",
            })
    void wantsWhatMeetsACondition(String conditions, String type, String value, boolean wanted) {
        Map<String, MessageAttribute> attributes =
                value == null ? Map.of() : Map.of("a", new MessageAttribute(type, quoted(value)));

        assertThat(FilterPolicy.parse("{\"a\":" + quoted(conditions) + "}").wants(attributes))
                .isEqualTo(wanted);
    }

    @Test
    void wantsWhatMeetsAConditionOfEachAttribute() {
        FilterPolicy both = FilterPolicy.parse(quoted("{'a':['x'],'b':['y']}"));
        MessageAttribute x = new MessageAttribute("String", "x");

        assertThat(both.wants(Map.of("a", x, "b", new MessageAttribute("String", "y"))))
                .isTrue();
        assertThat(both.wants(Map.of("a", x))).isFalse();
        assertThat(FilterPolicy.none().wants(Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'a':[]}",
                "{'a':[['x']]}",
                "{'a':[{'prefix':'x','exists':true}]}",
                "{'a':[{'equals-ignore-case':'x'}]}",
                "{'a':[{'prefix':''}]}",
                "{'a':[{'anything-but':{'suffix':'x'}}]}",
                "{'a':[{'anything-but':[]}]}",
                "{'a':[{'exists':'yes'}]}",
                "{'a':[{'numeric':['~',1]}]}",
                "{'a':[{'numeric':['<']}]}",
                "{'a':['x'],'a':['y']}",
                "{'a':['x'],'b':['x'],'c':['x'],'d':['x'],'e':['x'],'f':['x']}",
            })
    void refusesWhatItDoesNotKnow(String policy) {
        assertThatExceptionOfType(UnknownFilterException.class).isThrownBy(() -> FilterPolicy.parse(quoted(policy)));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
