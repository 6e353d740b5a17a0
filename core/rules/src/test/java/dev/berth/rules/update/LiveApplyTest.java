package dev.berth.rules.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** The object that a cluster has, what its author wrote earlier, the new manifest, and the object after the apply. */
class LiveApplyTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    @Test
    void a_field_that_the_author_no_longer_states_is_removed_and_one_of_others_stays() throws Exception {
        assertThat(apply("{'a':1,'b':2,'c':3}", "{'a':1,'b':2}", "{}", "{'a':4}"))
                .isEqualTo(json("{'a':4,'c':3}"));
    }

    @Test
    void a_field_that_others_also_set_is_not_removed() throws Exception {
        assertThat(apply("{'a':1,'b':2}", "{'b':2}", "{'b':2}", "{'a':1}")).isEqualTo(json("{'a':1,'b':2}"));
    }

    @Test
    void a_structure_is_removed_with_the_defaults_in_it_except_for_what_others_set() throws Exception {
        assertThat(apply("{'probe':{'port':1,'period':10}}", "{'probe':{'port':1}}", "{}", "{}"))
                .isEqualTo(json("{}"));
        assertThat(apply("{'probe':{'port':1,'period':10}}", "{'probe':{'port':1}}", "{'probe':{'period':10}}", "{}"))
                .isEqualTo(json("{'probe':{'period':10}}"));
    }

    @Test
    void a_map_loses_only_the_keys_of_the_author() throws Exception {
        assertThat(apply("{'labels':{'a':'1','b':'2'}}", "{'labels':{'a':'1'}}", "{}", "{}"))
                .isEqualTo(json("{'labels':{'b':'2'}}"));
        assertThat(apply("{'labels':{'a':'1'}}", "{'labels':{'a':'1'}}", "{}", "{}"))
                .isEqualTo(json("{}"));
    }

    @Test
    void a_list_with_keys_is_merged_and_keeps_its_order() throws Exception {
        assertThat(apply(
                        "{'env':[{'name':'X'},{'name':'A','value':'1'},{'name':'B'}]}",
                        "{'env':[{'name':'A'},{'name':'B'}]}",
                        "{}",
                        "{'env':[{'name':'A','value':'2'},{'name':'C'}]}"))
                .isEqualTo(json("{'env':[{'name':'X'},{'name':'A','value':'2'},{'name':'C'}]}"));
    }

    @Test
    void claim_templates_other_lists_and_atomic_structures_are_replaced() throws Exception {
        assertThat(
                        apply(
                                "{'volumeClaimTemplates':[{'metadata':{'name':'data'},'spec':{'volumeMode':'Filesystem'}}],"
                                        + "'args':['a','b'],'nodeSelector':{'disk':'ssd'}}",
                                "{}",
                                "{}",
                                "{'volumeClaimTemplates':[{'metadata':{'name':'data'}}],'args':['a'],'nodeSelector':{'zone':'a'}}"))
                .isEqualTo(json("{'volumeClaimTemplates':[{'metadata':{'name':'data'}}],'args':['a'],"
                        + "'nodeSelector':{'zone':'a'}}"));
    }

    @Test
    void finalizers_are_a_set() throws Exception {
        assertThat(apply(
                        "{'finalizers':['protection','mine','old']}",
                        "{'finalizers':['mine','old']}",
                        "{}",
                        "{'finalizers':['mine','new']}"))
                .isEqualTo(json("{'finalizers':['protection','mine','new']}"));
    }

    @Test
    void the_strings_of_a_secret_become_data_and_stay_once_they_are_removed() throws Exception {
        assertThat(apply(
                        "{'kind':'Secret','data':{'a':'MQ==','b':'Mg=='}}",
                        "{'kind':'Secret','stringData':{'a':'1','b':'2'}}",
                        "{}",
                        "{'kind':'Secret','stringData':{'a':'3'}}"))
                .isEqualTo(json("{'kind':'Secret','data':{'a':'Mw==','b':'Mg=='}}"));
    }

    private static JsonNode apply(String live, String written, String others, String manifest) throws Exception {
        return LiveApply.over(json(live), json(written), json(others), json(manifest));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return MAPPER.readTree(text.replace('\'', '"'));
    }
}
