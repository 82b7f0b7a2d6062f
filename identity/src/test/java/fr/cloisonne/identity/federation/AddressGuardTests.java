package fr.cloisonne.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://1.1.1.1",
                "https://8.8.8.8:8443/realms/x",
                "https://[2606:4700::1111]"
            })
    void aPublicAddressByHttpsMayBeCalled(String address) {
        assertThat(guard(Reach.PUBLIC).allows(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1",
                "ftp://1.1.1.1",
                "https://",
                "https:///x",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "1.1.1.1",
                "",
                "https://user:secret@1.1.1.1",
                "https://1.1.1.1/#x",
                "https://nowhere.invalid",
                "https://exa mple.com",
                "https://127.0.0.1",
                "https://127.1",
                "https://2130706433",
                "https://localhost",
                "https://[::1]",
                "https://[::]",
                "https://0.0.0.0",
                "https://169.254.169.254/latest/meta-data",
                "https://[fe80::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[::ffff:127.0.0.1]",
                "https://[::10.0.0.1]",
                "https://[64:ff9b::a00:1]",
                "https://[2002:a00:1::]",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://10.0.0.1",
                "https://172.16.0.1",
                "https://172.31.255.255",
                "https://192.168.1.1",
                "https://100.64.0.1",
                "https://[fd00::1]"
            })
    void whatIsNotPublicOrNotHttpsIsRefused(String address) {
        assertThat(guard(Reach.PUBLIC).allows(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1", "https://192.168.1.1", "https://[fd00::1]"})
    void aPrivateNetworkIsReachedWhereTheSettingsSaySo(String address) {
        assertThat(guard(Reach.PRIVATE).allows(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1",
                "https://127.0.0.1",
                "https://169.254.169.254",
                "https://[::1]"
            })
    void neitherPlainHttpNorThisMachineNorTheLinkGoesWithIt(String address) {
        assertThat(guard(Reach.PRIVATE).allows(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8081/api/v2",
                "http://localhost:8081",
                "http://[::1]:8081"
            })
    void thisMachineIsForTheDemonstration(String address) {
        assertThat(guard(Reach.LOOPBACK).allows(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://1.1.1.1", "http://10.0.0.1", "https://10.0.0.1", "ftp://localhost"})
    void andNothingElseWithIt(String address) {
        assertThat(guard(Reach.LOOPBACK).allows(address)).isFalse();
    }

    private static AddressGuard guard(Reach reach) {
        return new AddressGuard(new FederationSettings(reach, Map.of()));
    }
}
