using System.Text;
using IncidentTrail.Integrity.Keys;

namespace IncidentTrail.Tests.Integrity.Keys;

/// <summary>Files of public keys, as AWS's tools print them and as people keep them.</summary>
public sealed class KeyFileTests : IDisposable
{
    private static readonly string Value = Convert.ToBase64String(ChainMaker.Pkcs1(ChainMaker.FirstKey));
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("\"2026-03-01T00:00:00+00:00\"")]
    [InlineData("1772323200")]
    [InlineData("1772323200.0")]
    public Task The_output_of_list_public_keys_is_read(string time) => FindsAsync(
        $$"""{"PublicKeyList":[{"Value":"{{Value}}","ValidityStartTime":{{time}},"ValidityEndTime":{{time}},"Fingerprint":"x"}]}""");

    [Fact]
    public Task The_answers_of_several_Regions_may_be_in_one_array() =>
        FindsAsync($$"""[{"PublicKeyList":[]},{"PublicKeyList":[{"Value":"{{Value}}"}]}]""");

    [Fact]
    public Task A_key_as_PKCS1_in_PEM_is_read() => FindsAsync(ChainMaker.FirstKey.ExportRSAPublicKeyPem());

    [Fact]
    public Task The_second_key_of_a_PEM_file_is_read() => FindsAsync(
        "us-east-2\n" + ChainMaker.SecondKey.ExportSubjectPublicKeyInfoPem() + "\n" + ChainMaker.FirstKey.ExportSubjectPublicKeyInfoPem());

    [Fact]
    public async Task What_Windows_PowerShell_redirects_is_read()
    {
        File.WriteAllText(_path, $$"""{"PublicKeyList":[{"Value":"{{Value}}"}]}""", Encoding.Unicode);

        Assert.True(await IsIntactAsync());
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("Unable to locate credentials.", "neither JSON nor PEM")]
    [InlineData("""{"PublicKeyList":[]}""", "no public key")]
    [InlineData("""{"PublicKeyList":[{"Value":"AAAA"}]}""", "key 1")]
    [InlineData("""{"PublicKeyList":[{"Value":"*"}]}""", "cannot be used")]
    [InlineData("""{"PublicKeyList":[{"Value":"\ud800"}]}""", "UTF-16")]
    [InlineData("\"text\"", "no public key")]
    public void A_file_without_keys_is_refused_by_its_name(string text, string why)
    {
        File.WriteAllText(_path, text);

        var fault = Assert.Throws<TrailSourceException>(() => KeyFile.Read([_path])).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains(_path, fault.Message);
        Assert.Contains(why, fault.Message);
        Assert.Contains("list-public-keys", fault.Remedy);
    }

    [Fact]
    public void A_private_key_is_no_public_one()
    {
        File.WriteAllText(_path, ChainMaker.FirstKey.ExportRSAPrivateKeyPem());

        Assert.Throws<TrailSourceException>(() => KeyFile.Read([_path]));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_found() => Assert.Equal(
        TrailFaultKind.SourceNotFound, Assert.Throws<TrailSourceException>(() => KeyFile.Read([_path + ".no"])).Fault.Kind);

    private async Task FindsAsync(string text)
    {
        File.WriteAllText(_path, text);
        Assert.True(await IsIntactAsync());
    }

    private async Task<bool> IsIntactAsync() =>
        (await Verdicts.OfBucketAsync(new ChainMaker().Hours(1), KeyFile.Read([_path]))).Summary.IsIntact;
}
